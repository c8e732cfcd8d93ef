function unavailable() {
  throw new Error('The development server is not part of this image.');
}

export { unavailable as getDevMiddleware, unavailable as getHotMiddleware, unavailable as getWebpackCompiler };
