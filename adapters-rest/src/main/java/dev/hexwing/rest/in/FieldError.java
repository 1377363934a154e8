package dev.hexwing.rest.in;

/**
 * What is wrong with one field of the input.
 *
 * @param field its path, such as {@code lines[0].quantity}
 * @param message what is wrong, without the input itself
 */
record FieldError(String field, String message) {}
