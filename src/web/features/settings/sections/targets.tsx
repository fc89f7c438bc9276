export { TargetSettings } from '#web/features/settings/indicators/target-settings.tsx';
