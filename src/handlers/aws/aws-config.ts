import { ConfigUnusable, ssmClient, ssmConfig } from '../../adapters/aws/ssm-config.ts';
import type { ConfigSource } from '../../application/world.ts';
import type { Clock } from '../../ports/world.ts';
import { variable } from './environment.ts';

/** The settings, held against the zone of the schedules: nine o'clock must be the same nine o'clock for both. */
export const awsConfig = (clock: Clock): ConfigSource => {
  const path = variable('QF_CONFIG_PATH');
  const scheduled = variable('QF_TIMEZONE');
  const settings = ssmConfig(ssmClient({}), { path, clock });
  return {
    paused: settings.paused,
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
