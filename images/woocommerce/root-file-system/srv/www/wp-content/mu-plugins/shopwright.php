<?php
/**
 * Plugin Name: Shopwright
 * Description: What every shop on this platform has in common.
 */

namespace Shopwright\Store;

defined( 'ABSPATH' ) || exit;

/**
 * Mail needs a relay of the shop's own. Without one nothing is sent, and the log says so instead of a warning about a
 * missing program. Orders of a probe are never announced.
 */
add_filter(
	'pre_wp_mail',
	static function ( mixed $answer, array $mail ): mixed {
		if ( defined( 'SHOPWRIGHT_MUTE_MAIL' ) ) {
			return true;
		}
		if ( has_action( 'phpmailer_init' ) ) {
			return $answer;
		}
		error_log( json_encode( array( 'event' => 'mail-not-sent', 'reason' => 'no relay', 'subject' => $mail['subject'] ) ) );
		return false;
	},
	10,
	2
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
