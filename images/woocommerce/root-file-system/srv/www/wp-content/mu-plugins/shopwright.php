<?php
/**
 * Plugin Name: Shopwright
 * Description: What every shop on this platform has in common.
 */

namespace Shopwright\Store;

defined( 'ABSPATH' ) || exit;

// There is no mail relay yet: nothing is sent, and the log says so. The subject may name a customer, so it stays out.
add_filter(
	'pre_wp_mail',
	static function (): bool {
		error_log( json_encode( array( 'event' => 'mail-not-sent', 'reason' => 'no relay' ) ) );
		return false;
	}
);

// Nobody signs in by guessing e-mail addresses of authors from the public API.
add_filter(
	'rest_endpoints',
	static function ( array $endpoints ): array {
		if ( ! is_user_logged_in() ) {
			unset( $endpoints['/wp/v2/users'], $endpoints['/wp/v2/users/(?P<id>[\d]+)'] );
		}
		return $endpoints;
	}
);

// The remote protocol is closed in the web server; this removes the invitation to it.
add_filter( 'xmlrpc_enabled', '__return_false' );
remove_action( 'wp_head', 'rsd_link' );
remove_action( 'wp_head', 'wp_generator' );

// Sign-in says the same for an unknown name and a wrong password.
add_filter( 'login_errors', static fn(): string => 'The name or the password is not right.' );

// Updates come with a new image; the offers to install them from inside would only fail.
add_filter( 'pre_site_transient_update_core', '__return_null' );
add_filter( 'pre_site_transient_update_plugins', '__return_null' );
add_filter( 'pre_site_transient_update_themes', '__return_null' );
remove_action( 'init', 'wp_schedule_update_checks' );

// Visitors of a shop are nobody else's business: the theme's font would come from another company's server.
add_action( 'wp_enqueue_scripts', static fn() => wp_dequeue_style( 'storefront-fonts' ), 100 );

// What the wizard would ask is settled by the initialisation.
add_filter( 'woocommerce_enable_setup_wizard', '__return_false' );

// WordPress keeps the login in its cookie, where quotes gain slashes on the way back and "|" separates fields: with any of
// them a person signs in and is a stranger on the next page. Both what is stored and what is typed lose them.
add_filter( 'sanitize_user', static fn( string $login ): string => trim( preg_replace( '/[\s"\'\\\\|]+/', ' ', $login ) ) );
