package dev.hexwing.rest.in;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the shop answered. */
record Answer(String method, String path, int status, HttpHeaders headers, String text) {

  JsonNode json() {
    return JsonMapper.shared().readTree(text);
  }

  String code() {
    return json().path("code").asString("");
  }

  List<String> fields() {
    return json().path("errors").valueStream().map(error -> error.get("field").asString()).toList();
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  String string(String pointer) {
    return json().at(pointer).asString();
  }
}
