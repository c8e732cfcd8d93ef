<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init\Steps;

use Shopwright\Store\Init\Changes;
use Shopwright\Store\Init\DesiredState;
use Shopwright\Store\Init\Step;

/** The database knows the public address too: exports and tools read it there, pages take it from the environment. */
final class Address implements Step {
	public function name(): string {
		return 'address';
	}

	public function apply( DesiredState $desired, Changes $changes ): void {
		global $wpdb;
		foreach ( array( 'siteurl', 'home' ) as $name ) {
			// get_option() answers with the constants of wp-config.php, so the rows are compared.
			$stored = $wpdb->get_var( $wpdb->prepare( "SELECT option_value FROM $wpdb->options WHERE option_name = %s", $name ) );
			if ( $stored !== $desired->public_url ) {
				$wpdb->update( $wpdb->options, array( 'option_value' => $desired->public_url ), array( 'option_name' => $name ) );
				wp_cache_delete( 'alloptions', 'options' );
				$changes->add( $name );
			}
		}
	}
}
