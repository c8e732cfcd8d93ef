import { runMigrations } from './migrations.ts';

const url = process.env['DATABASE_URL'];
if (!url) {
  process.stderr.write('DATABASE_URL is not set\n');
  process.exit(2);
}
try {
  await runMigrations(url);
  process.stdout.write('database schema is current\n');
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`migration failed: ${reason}\n`);
  process.exit(1);
}
