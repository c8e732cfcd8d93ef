<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init;

use Shopwright\Store\Settings;

/** What the shop has to look like: plain values from the environment, the owner from the Secret `store-admin`. */
final class DesiredState {
	private function __construct(
		public readonly string $title,
		public readonly string $public_url,
		public readonly string $currency,
		public readonly string $country,
		public readonly string $owner_name,
		public readonly string $owner_email,
		public readonly string $owner_password,
	) {
	}

	public static function from_settings(): self {
		return new self(
			title: Settings::required( 'STORE_TITLE' ),
			public_url: Settings::public_url(),
			currency: Settings::required( 'STORE_CURRENCY' ),
			country: Settings::required( 'STORE_COUNTRY' ),
			owner_name: Settings::secret( 'store-admin', 'username' ),
			owner_email: Settings::secret( 'store-admin', 'email' ),
			owner_password: Settings::secret( 'store-admin', 'password' ),
		);
	}
}
