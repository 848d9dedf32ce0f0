import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** The browser that tests and pictures use, where the machine has one. */
export const chromiumPath = process.env.QF_CHROMIUM ?? '/usr/bin/chromium';

/** Says so on the terminal where there is none, so that nobody takes skipped tests for passed ones. */
export const hasChromium = (): boolean => {
  if (existsSync(chromiumPath)) return true;
  if (!told) process.stderr.write(`SKIPPED: no Chromium at ${chromiumPath} (QF_CHROMIUM names another)\n`);
  told = true;
  return false;
};
let told = false;

/** Chromium without sandbox (it runs as root here) and without calls home. */
const ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];

export interface Screen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  readonly touch: boolean;
}

export const phone: Screen = { name: 'phone', width: 390, height: 844, scheme: 'light', touch: true };
export const phoneDark: Screen = { ...phone, name: 'phone-dark', scheme: 'dark' };
export const desktop: Screen = { name: 'desktop', width: 1280, height: 800, scheme: 'light', touch: false };
export const desktopDark: Screen = { ...desktop, name: 'desktop-dark', scheme: 'dark' };

/** A running browser; `open` gives a fresh context, without scripts unless asked for, as our pages need none. */
export interface Screens {
  readonly browser: Browser;
  readonly open: (screen: Screen, options?: { readonly scripts?: boolean }) => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
}

export const openScreens = async (): Promise<Screens> => {
  const profile = await mkdtemp(join(tmpdir(), 'qf-chromium-'));
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ARGS,
    env: { ...process.env, HOME: profile },
  });
  return {
    browser,
    open: (screen, { scripts = false } = {}) =>
      browser.newContext({
        viewport: { width: screen.width, height: screen.height },
        colorScheme: screen.scheme,
        isMobile: screen.touch,
        hasTouch: screen.touch,
        javaScriptEnabled: scripts,
        deviceScaleFactor: 1,
      }),
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
};
