import { migration } from './migration.js';
import { APP_ROLES } from './table.js';

/**
 * One role per app. They cannot log in by themselves: a process takes its role on when it connects, so
 * one login serves the demo, and production gives each app a login that is a member of its role only.
 */
export const databaseMigrations = [
  migration('AppRoles', 1, {
    up: APP_ROLES.map(
      (role) =>
        `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    ),
    down: [],
  }),
];
