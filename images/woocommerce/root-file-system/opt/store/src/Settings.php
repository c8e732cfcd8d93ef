<?php

declare( strict_types=1 );

namespace Shopwright\Store;

use RuntimeException;

/** What a container of the store is told: plain values by the environment, secrets by mounted files. */
final class Settings {
	/** Keys of the Secret that signs cookies, nonces and cart tokens; different in every store. */
	public const SALTS = array(
		'auth-key',
		'secure-auth-key',
		'logged-in-key',
		'nonce-key',
		'auth-salt',
		'secure-auth-salt',
		'logged-in-salt',
		'nonce-salt',
	);

	/** One key of a mounted Secret, byte for byte. */
	public static function secret( string $secret, string $key ): string {
		$value = @file_get_contents( self::secrets_directory() . "/$secret/$key" );
		if ( false === $value ) {
			throw new RuntimeException( "the key $key of the Secret $secret is not mounted" );
		}
		return $value;
	}

	/** Public base URL without a trailing slash. */
	public static function public_url(): string {
		return self::required( 'STORE_PUBLIC_URL' );
	}

	public static function database_host(): string {
		return self::required( 'STORE_DATABASE_HOST' );
	}

	/** Whether the network policy of the store lets it reach the internet; if not, WordPress does not even try. */
	public static function may_reach_internet(): bool {
		return 'true' === getenv( 'STORE_INTERNET' );
	}

	/** Version of the data that this image expects, as `shopwright_release` in the database holds it. */
	public static function release(): string {
		return trim( (string) file_get_contents( '/opt/store/release' ) );
	}

	public static function required( string $variable ): string {
		$value = getenv( $variable );
		if ( false === $value || '' === $value ) {
			throw new RuntimeException( "the variable $variable is not set" );
		}
		return $value;
	}

	private static function secrets_directory(): string {
		$directory = getenv( 'STORE_SECRETS_DIRECTORY' );
		return false === $directory || '' === $directory ? '/run/secrets' : $directory;
	}
}
