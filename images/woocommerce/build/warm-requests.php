<?php
/**
 * Walks through the shop as a customer and as its owner, so that all code that is needed for it gets compiled. Any answer
 * that is not as expected ends the build.
 */

declare( strict_types=1 );

const ADDRESS = 'http://127.0.0.1:8080';

/** @return array{status: int, headers: list<string>, body: string} */
function request( string $method, string $path, array $headers = array(), string $content = '' ): array {
	$options = array(
		'http' => array(
			'method'          => $method,
			'header'          => array( 'Host: store.invalid', ...$headers ),
			'content'         => $content,
			'ignore_errors'   => true,
			'follow_location' => 0,
			'timeout'         => 60,
		),
	);
	$body    = file_get_contents( ADDRESS . $path, false, stream_context_create( $options ) );
	preg_match( '#^HTTP/\S+ (\d+)#', $http_response_header[0], $status );
	return array(
		'status'  => (int) $status[1],
		'headers' => $http_response_header,
		'body'    => (string) $body,
	);
}

function expect( int $status, string $method, string $path, array $headers = array(), string $content = '' ): array {
	$answer = request( $method, $path, $headers, $content );
	if ( $status !== $answer['status'] ) {
		fwrite( STDERR, "$method $path: expected $status, got {$answer['status']}\n" . implode( "\n", $answer['headers'] ) . "\n" . substr( $answer['body'], 0, 2000 ) . "\n" );
		exit( 1 );
	}
	return $answer;
}

function header_value( array $answer, string $name ): string {
	foreach ( $answer['headers'] as $line ) {
		if ( 0 === stripos( $line, "$name:" ) ) {
			return trim( substr( $line, strlen( $name ) + 1 ) );
		}
	}
	throw new RuntimeException( "no header $name" );
}

function place_order(): void {
	$products = json_decode( expect( 200, 'GET', '/wp-json/wc/store/v1/products' )['body'], true, 64, JSON_THROW_ON_ERROR );
	$cart     = expect( 200, 'GET', '/wp-json/wc/store/v1/cart' );
	$headers  = array( 'Content-Type: application/json', 'Cart-Token: ' . header_value( $cart, 'Cart-Token' ) );
	$item     = array(
		'id'       => $products[0]['id'],
		'quantity' => 1,
	);
	expect( 201, 'POST', '/wp-json/wc/store/v1/cart/add-item', $headers, json_encode( $item ) );
	$person = array(
		'first_name' => 'A',
		'last_name'  => 'B',
		'address_1'  => '1 Main Street',
		'city'       => 'Springfield',
		'state'      => 'IL',
		'postcode'   => '62701',
		'country'    => 'US',
		'email'      => 'customer@store.invalid',
		'phone'      => '5550100',
	);
	$order  = array(
		'billing_address'  => $person,
		'shipping_address' => $person,
		'payment_method'   => 'cod',
	);
	$placed = json_decode( expect( 200, 'POST', '/wp-json/wc/store/v1/checkout', $headers, json_encode( $order ) )['body'], true, 64, JSON_THROW_ON_ERROR );
	$query  = http_build_query(
		array(
			'key'           => $placed['order_key'],
			'billing_email' => $person['email'],
		)
	);
	expect( 200, 'GET', "/wp-json/wc/store/v1/order/{$placed['order_id']}?$query" );
	expect( 200, 'GET', "/checkout/order-received/{$placed['order_id']}/?key={$placed['order_key']}" );
}

function visit_as_customer(): void {
	$products = json_decode( expect( 200, 'GET', '/wp-json/wc/store/v1/products' )['body'], true, 64, JSON_THROW_ON_ERROR );
	$product  = parse_url( $products[0]['permalink'], PHP_URL_PATH );
	expect( 200, 'GET', '/' );
	expect( 200, 'GET', '/shop/' );
	$page   = expect( 200, 'POST', $product, array( 'Content-Type: application/x-www-form-urlencoded' ), "add-to-cart={$products[0]['id']}&quantity=1" );
	$cookie = array( 'Cookie: ' . implode( '; ', cookies( $page ) ) );
	foreach ( array( $product, '/cart/', '/checkout/', '/my-account/', '/?s=e&post_type=product', '/product-category/samples/' ) as $path ) {
		expect( 200, 'GET', $path, $cookie );
	}
	expect( 404, 'GET', '/there-is-nothing/' );
	expect( 200, 'GET', '/wp-cron.php?doing_wp_cron' );
	expect( 200, 'GET', '/healthz/ready' );
}

/** @return list<string> */
function cookies( array $answer ): array {
	$lines = array_filter( $answer['headers'], static fn( string $line ): bool => 0 === stripos( $line, 'Set-Cookie:' ) );
	return array_values( array_map( static fn( string $line ): string => strtok( trim( substr( $line, 11 ) ), ';' ), $lines ) );
}

function visit_as_owner(): void {
	expect( 200, 'GET', '/wp-login.php' );
	$form   = http_build_query(
		array(
			'log' => 'owner',
			'pwd' => file_get_contents( '/run/secrets/store-admin/password' ),
		)
	);
	$signed = expect( 302, 'POST', '/wp-login.php', array( 'Content-Type: application/x-www-form-urlencoded' ), $form );
	$cookie = array( 'Cookie: ' . implode( '; ', cookies( $signed ) ) );
	$pages  = array(
		'',
		'admin.php?page=wc-admin',
		'admin.php?page=wc-orders',
		'edit.php?post_type=product',
		'post-new.php?post_type=product',
		'admin.php?page=wc-settings',
	);
	foreach ( $pages as $page ) {
		expect( 200, 'GET', "/wp-admin/$page", $cookie );
	}
	expect( 400, 'GET', '/wp-admin/admin-ajax.php?action=nothing', $cookie );
}

foreach ( array( 'first', 'warm' ) as $round ) {
	$started = microtime( true );
	visit_as_customer();
	place_order();
	visit_as_owner();
	printf( "%s round: %.2f s\n", $round, microtime( true ) - $started );
}
