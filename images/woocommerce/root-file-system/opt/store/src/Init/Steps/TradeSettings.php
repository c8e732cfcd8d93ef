<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init\Steps;

use Shopwright\Store\Init\Changes;
use Shopwright\Store\Init\DesiredState;
use Shopwright\Store\Init\ExitCode;
use Shopwright\Store\Init\Failure;
use Shopwright\Store\Init\Step;

/** Name, country, currency, tax and payment: what a shop needs to sell, and nothing that phones home. */
final class TradeSettings implements Step {
	public function name(): string {
		return 'settings';
	}

	public function apply( DesiredState $desired, Changes $changes ): void {
		$countries = WC()->countries->get_countries();
		if ( ! isset( $countries[ $desired->country ], get_woocommerce_currencies()[ $desired->currency ] ) ) {
			throw new Failure( ExitCode::Bug, 'WooCommerce does not know the country or the currency' );
		}
		foreach ( $this->options( $desired ) as $name => $value ) {
			$changes->option( $name, $value );
		}
		$cash_on_delivery            = get_option( 'woocommerce_cod_settings', array() );
		$cash_on_delivery['enabled'] = 'yes';
		$changes->option( 'woocommerce_cod_settings', $cash_on_delivery );
	}

	/** @return array<string, mixed> */
	private function options( DesiredState $desired ): array {
		return array(
			'blogname'                                => $desired->title,
			'blogdescription'                         => '',
			'woocommerce_email_from_name'             => $desired->title,
			'default_comment_status'                  => 'closed',
			'default_ping_status'                     => 'closed',
			'users_can_register'                      => '0',
			'woocommerce_default_country'             => $desired->country,
			'woocommerce_currency'                    => $desired->currency,
			...$this->number_format( $desired ),
			'woocommerce_calc_taxes'                  => 'no',
			'woocommerce_enable_guest_checkout'       => 'yes',
			'woocommerce_allow_tracking'              => 'no',
			'woocommerce_show_marketplace_suggestions' => 'no',
			'woocommerce_onboarding_profile'          => array( 'skipped' => true ),
		);
	}

	/**
	 * How prices and measures are written in the country of the shop.
	 *
	 * @return array<string, string>
	 */
	private function number_format( DesiredState $desired ): array {
		$locales = include WC()->plugin_path() . '/i18n/locale-info.php';
		$locale  = $locales[ $desired->country ] ?? $locales['US'];
		// The separators follow the country, the decimals the currency: yen have none wherever they are paid.
		$by_currency = array_column( $locales, 'num_decimals', 'currency_code' );
		return array(
			'woocommerce_currency_pos'       => $locale['currency_pos'],
			'woocommerce_price_thousand_sep' => $locale['thousand_sep'],
			'woocommerce_price_decimal_sep'  => $locale['decimal_sep'],
			'woocommerce_price_num_decimals' => (string) ( $by_currency[ $desired->currency ] ?? 2 ),
			'woocommerce_weight_unit'        => $locale['weight_unit'],
			'woocommerce_dimension_unit'     => $locale['dimension_unit'],
		);
	}
}
