/** The stub site has no MDX articles. */
export default {};
