<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init\Steps;

use Shopwright\Store\Init\Changes;
use Shopwright\Store\Init\DesiredState;
use Shopwright\Store\Init\ExitCode;
use Shopwright\Store\Init\Failure;
use Shopwright\Store\Init\Step;
use WP_User;

/** User 1 is the owner of the store, with the name, e-mail and password that were asked for. */
final class Owner implements Step {
	private const USER_ID = 1;

	public function name(): string {
		return 'owner';
	}

	public function apply( DesiredState $desired, Changes $changes ): void {
		$user = new WP_User( self::USER_ID );
		if ( ! $user->exists() ) {
			throw new Failure( ExitCode::NotInstalled, 'user 1 does not exist' );
		}
		$this->apply_login( $user, $desired, $changes );
		$this->apply_profile( $user, $desired, $changes );
		$this->apply_password( $user, $desired, $changes );
		$changes->option( 'admin_email', $desired->owner_email );
		foreach ( array( 'woocommerce_email_from_address', 'woocommerce_stock_email_recipient' ) as $name ) {
			$changes->option( $name, $desired->owner_email );
		}
		if ( ! user_can( self::USER_ID, 'manage_woocommerce' ) ) {
			throw new Failure( ExitCode::Bug, 'user 1 may not manage the shop' );
		}
	}

	/** WordPress refuses to rename a user, so the row is written; sign-in compares the sanitised form. */
	private function apply_login( WP_User $user, DesiredState $desired, Changes $changes ): void {
		global $wpdb;
		$login = sanitize_user( $desired->owner_name );
		if ( '' === $login || mb_strlen( $login ) > 60 ) {
			throw new Failure( ExitCode::Bug, 'the owner name leaves no usable login' );
		}
		if ( $login === $user->user_login ) {
			return;
		}
		$wpdb->update( $wpdb->users, array( 'user_login' => $login ), array( 'ID' => self::USER_ID ) );
		clean_user_cache( $user );
		$changes->add( 'login' );
	}

	private function apply_profile( WP_User $user, DesiredState $desired, Changes $changes ): void {
		$profile = array(
			'user_email'    => $desired->owner_email,
			'display_name'  => $desired->owner_name,
			'nickname'      => $desired->owner_name,
			// Part of public URLs: it must not give the login away.
			'user_nicename' => 'owner',
		);
		$differs = array_filter( $profile, static fn( string $value, string $key ): bool => $value !== $user->get( $key ), ARRAY_FILTER_USE_BOTH );
		if ( array() === $differs ) {
			return;
		}
		// Nobody is to be told by mail that the address of a new shop's owner has changed.
		add_filter( 'send_email_change_email', '__return_false' );
		$result = wp_update_user( wp_slash( array( 'ID' => self::USER_ID ) + $differs ) );
		if ( is_wp_error( $result ) ) {
			throw new Failure( ExitCode::Bug, "the owner was refused: {$result->get_error_code()}" );
		}
		array_map( $changes->add( ... ), array_keys( $differs ) );
	}

	/** WordPress compares passwords as PHP's old "magic quotes" would have sent them: with slashes before quotes, and trimmed. */
	private function apply_password( WP_User $user, DesiredState $desired, Changes $changes ): void {
		global $wpdb;
		$password = trim( wp_slash( $desired->owner_password ) );
		$stored   = $wpdb->get_var( $wpdb->prepare( "SELECT user_pass FROM $wpdb->users WHERE ID = %d", self::USER_ID ) );
		if ( wp_check_password( $password, $stored ) ) {
			return;
		}
		wp_set_password( $password, self::USER_ID );
		$changes->add( 'password' );
	}
}
