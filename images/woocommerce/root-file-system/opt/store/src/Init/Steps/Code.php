<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init\Steps;

use Shopwright\Store\Init\Changes;
use Shopwright\Store\Init\DesiredState;
use Shopwright\Store\Init\ExitCode;
use Shopwright\Store\Init\Failure;
use Shopwright\Store\Init\Step;

/** The shop's plugin and theme are switched on. */
final class Code implements Step {
	private const PLUGIN = 'woocommerce/woocommerce.php';
	private const THEME  = 'storefront';

	public function name(): string {
		return 'code';
	}

	public function apply( DesiredState $desired, Changes $changes ): void {
		if ( self::THEME !== get_stylesheet() ) {
			switch_theme( self::THEME );
			$changes->add( 'theme' );
		}
		if ( function_exists( 'WC' ) ) {
			return;
		}
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		$result = activate_plugin( self::PLUGIN );
		if ( is_wp_error( $result ) ) {
			throw new Failure( ExitCode::Bug, "WooCommerce cannot be activated: {$result->get_error_code()}" );
		}
		// The plugin has missed the hooks of this process; the next attempt finds it loaded and goes on.
		throw new Failure( ExitCode::DatabaseUnreachable, 'WooCommerce was switched off and is on again; run once more' );
	}
}
