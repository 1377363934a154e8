package dev.hexwing.rest.in;

/** Answers one kind of request. */
@FunctionalInterface
interface Endpoint {

  /**
   * Answers.
   *
   * @throws RequestRefused if the request does not keep to the contract
   */
  Reply answer(Call call);
}
