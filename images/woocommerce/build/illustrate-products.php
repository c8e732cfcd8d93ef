<?php
/** Draws a picture for every sample product and gives it to the product; run with `wp eval-file`. */

const CANVAS  = 2400;
const PICTURE = 800;

/** @return array{0: GdImage, 1: Closure(string): int} a canvas of one colour, and its paint box for "#rrggbb" */
function canvas( string $background ): array {
	$image = imagecreatetruecolor( CANVAS, CANVAS );
	$paint = static function ( string $colour ) use ( $image ): int {
		[ $red, $green, $blue ] = sscanf( $colour, '#%02x%02x%02x' );
		return imagecolorallocate( $image, $red, $green, $blue );
	};
	imagefilledrectangle( $image, 0, 0, CANVAS, CANVAS, $paint( $background ) );
	imagefilledellipse( $image, 1200, 1880, 1500, 200, $paint( '#d9d3c7' ) );
	return array( $image, $paint );
}

function draw_mug(): GdImage {
	[ $image, $paint ] = canvas( '#efe9dd' );
	imagefilledellipse( $image, 1650, 1250, 640, 640, $paint( '#2f6f73' ) );
	imagefilledellipse( $image, 1650, 1250, 380, 380, $paint( '#efe9dd' ) );
	imagefilledrectangle( $image, 700, 800, 1600, 1750, $paint( '#2f6f73' ) );
	imagefilledellipse( $image, 1150, 1750, 900, 240, $paint( '#2f6f73' ) );
	imagefilledellipse( $image, 1150, 800, 900, 240, $paint( '#265a5d' ) );
	imagefilledellipse( $image, 1150, 815, 780, 180, $paint( '#4b2e20' ) );
	imagefilledrectangle( $image, 700, 1420, 1600, 1500, $paint( '#e3c565' ) );
	return $image;
}

function draw_tote(): GdImage {
	[ $image, $paint ] = canvas( '#e6ecef' );
	imagesetthickness( $image, 70 );
	imagearc( $image, 1200, 900, 700, 1000, 180, 360, $paint( '#b4894f' ) );
	imagefilledpolygon( $image, array( 640, 880, 1760, 880, 1860, 1860, 540, 1860 ), $paint( '#e0c9a0' ) );
	imagefilledrectangle( $image, 640, 880, 1760, 960, $paint( '#cfb283' ) );
	imagefilledellipse( $image, 1200, 1400, 460, 460, $paint( '#c8553d' ) );
	imagefilledellipse( $image, 1200, 1400, 300, 300, $paint( '#e0c9a0' ) );
	return $image;
}

function draw_notebook(): GdImage {
	[ $image, $paint ] = canvas( '#ece6ee' );
	imagefilledrectangle( $image, 760, 560, 1740, 1860, $paint( '#f8f5ef' ) );
	imagefilledrectangle( $image, 700, 520, 1680, 1820, $paint( '#34495e' ) );
	imagefilledrectangle( $image, 700, 520, 840, 1820, $paint( '#2a3b4c' ) );
	imagefilledrectangle( $image, 1000, 760, 1540, 1000, $paint( '#f8f5ef' ) );
	imagefilledrectangle( $image, 1060, 840, 1480, 864, $paint( '#34495e' ) );
	imagefilledrectangle( $image, 1060, 910, 1360, 934, $paint( '#34495e' ) );
	imagefilledrectangle( $image, 1540, 520, 1590, 1820, $paint( '#d9a441' ) );
	return $image;
}

function draw_candle(): GdImage {
	[ $image, $paint ] = canvas( '#f3ecd9' );
	imagefilledrectangle( $image, 860, 980, 1540, 1800, $paint( '#e2b04a' ) );
	imagefilledellipse( $image, 1200, 1800, 680, 180, $paint( '#e2b04a' ) );
	imagefilledellipse( $image, 1200, 980, 680, 180, $paint( '#f0c977' ) );
	imagefilledrectangle( $image, 1184, 800, 1216, 980, $paint( '#4b3b2a' ) );
	imagefilledellipse( $image, 1200, 680, 170, 330, $paint( '#f2994a' ) );
	imagefilledellipse( $image, 1200, 720, 90, 200, $paint( '#fbe3a1' ) );
	return $image;
}

function give_picture( string $sku, GdImage $drawing ): void {
	$product = wc_get_product( wc_get_product_id_by_sku( $sku ) );
	if ( ! $product ) {
		throw new RuntimeException( "no product $sku" );
	}
	$file   = wp_upload_dir( '2000/01' )['path'] . "/$sku.webp";
	$scaled = imagescale( $drawing, PICTURE, PICTURE, IMG_BICUBIC );
	if ( ! imagewebp( $scaled, $file, 82 ) ) {
		throw new RuntimeException( "no picture $file" );
	}
	$attachment = array(
		'post_mime_type' => 'image/webp',
		'post_title'     => $product->get_name(),
		'post_status'    => 'inherit',
	);
	$id         = wp_insert_attachment( $attachment, $file, 0, true );
	wp_update_attachment_metadata( $id, wp_generate_attachment_metadata( $id, $file ) );
	update_post_meta( $id, '_wp_attachment_image_alt', $product->get_name() );
	$product->set_image_id( $id );
	$product->save();
}

require_once ABSPATH . 'wp-admin/includes/image.php';
give_picture( 'sample-mug', draw_mug() );
give_picture( 'sample-tote', draw_tote() );
give_picture( 'sample-notebook', draw_notebook() );
give_picture( 'sample-candle', draw_candle() );

$category = get_term_by( 'name', 'Samples', 'product_cat' );
update_term_meta( $category->term_id, 'thumbnail_id', wc_get_product( wc_get_product_id_by_sku( 'sample-mug' ) )->get_image_id() );
