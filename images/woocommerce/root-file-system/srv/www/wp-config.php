<?php
/**
 * Configuration of a store: plain values come from the environment, secrets from mounted files, nothing from the image.
 */

require_once '/opt/store/src/autoload.php';

use Shopwright\Store\Settings;

define( 'DB_NAME', Settings::secret( 'store-database', 'database' ) );
define( 'DB_USER', Settings::secret( 'store-database', 'username' ) );
define( 'DB_PASSWORD', Settings::secret( 'store-database', 'password' ) );
define( 'DB_HOST', Settings::database_host() );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
$table_prefix = 'wp_';

foreach ( Settings::SALTS as $shopwright_salt ) {
	define( strtoupper( strtr( $shopwright_salt, '-', '_' ) ), Settings::secret( 'store-salts', $shopwright_salt ) );
}

define( 'WP_HOME', Settings::public_url() );
define( 'WP_SITEURL', WP_HOME );
define( 'FORCE_SSL_ADMIN', str_starts_with( WP_HOME, 'https:' ) );

// The code belongs to the image: it is replaced by a new image, never from inside.
define( 'DISALLOW_FILE_MODS', true );
define( 'DISALLOW_FILE_EDIT', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_AUTO_UPDATE_CORE', false );
define( 'FS_METHOD', 'direct' );
define( 'FS_CHMOD_FILE', 0640 );
define( 'FS_CHMOD_DIR', 0750 );
define( 'WP_DEFAULT_THEME', 'storefront' );

// The cron container asks once a minute; visitors never wait for it.
define( 'DISABLE_WP_CRON', true );
define( 'WP_CRON_LOCK_TIMEOUT', 120 );

define( 'WP_HTTP_BLOCK_EXTERNAL', ! Settings::may_reach_internet() );
define( 'WP_MEMORY_LIMIT', '256M' );
define( 'WP_MAX_MEMORY_LIMIT', '256M' );
define( 'WP_POST_REVISIONS', 10 );
define( 'WP_ENVIRONMENT_TYPE', 'production' );
define( 'WP_DEBUG', false );
define( 'WP_DEBUG_DISPLAY', false );

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', '/srv/www/' );
}
require_once ABSPATH . 'wp-settings.php';
