package dev.hexwing.rest.in;

import io.helidon.http.HeaderNames;
import java.util.List;

/** What a problem's {@code type} leads to: the code, explained. */
final class ProblemResource {

  private ProblemResource() {}

  static List<Route> routes() {
    return List.of(Route.get("/problems/{code}", ProblemResource::explain));
  }

  private static Reply explain(Call call) {
    String code = call.path("code");
    Integer status = ProblemCodes.all().get(code);
    if (status == null) {
      throw new RequestRefused(
          Problem.of(404, ProblemCodes.NOT_FOUND, "there is no problem of that name"));
    }
    return Reply.json(
            200,
            new Explanation(
                Paths.problem(code), ProblemCodes.title(code), status, code, advice(status)))
        .with(HeaderNames.CACHE_CONTROL, "public, max-age=3600");
  }

  private static String advice(int status) {
    return switch (status) {
      case 400, 405, 413, 414, 415, 431 ->
          "The request does not keep to the contract; nothing was done. Change it.";
      case 402 -> "The processor said no; no money moved. Try another way to pay, with a new key.";
      case 404 -> "What the request names does not exist; nothing was done.";
      case 409 ->
          "The request does not fit the state of things; nothing was done by it. Look again, and"
              + " where Retry-After is sent, ask again with the same key.";
      case 422 -> "The request was understood and a rule of the shop refused it.";
      case 408, 503 ->
          "The shop could not do it now. Ask again with the same key after Retry-After.";
      default -> "A failure on our side. Ask again with the same key; name the correlation id.";
    };
  }

  record Explanation(String type, String title, int status, String code, String advice) {}
}
