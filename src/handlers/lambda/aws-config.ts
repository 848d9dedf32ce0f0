import { ConfigUnusable, ssmClient, ssmPause, ssmSettings } from '../../adapters/aws/ssm-config.ts';
import type { Clock } from '../../ports/world.ts';
import type { ConfigSource } from '../../workflows/dependencies.ts';
import { variable } from './environment.ts';

/** The settings, held against the zone of the schedules: nine o'clock must be the same nine o'clock for both. */
export const awsSettings = (clock: Clock): Pick<ConfigSource, 'read'> => {
  const path = variable('QF_CONFIG_PATH');
  const scheduled = variable('QF_TIMEZONE');
  const settings = ssmSettings(ssmClient({}), { path, clock });
  return {
    read: async () => {
      const read = await settings.read();
      const { timezone } = read.config;
      if (timezone === scheduled) return read;
      throw new ConfigUnusable([
        `${path}timezone: is "${timezone}", but the schedules run in "${scheduled}"; deploy with the parameter Timezone=${timezone}`,
      ]);
    },
  };
};

/** The pause switch, for functions that send. */
export const awsPause = (): Pick<ConfigSource, 'paused'> =>
  ssmPause(ssmClient({}), { path: variable('QF_CONFIG_PATH') });
