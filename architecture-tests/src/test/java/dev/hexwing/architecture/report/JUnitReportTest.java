package dev.hexwing.architecture.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

@DisplayName("A JUnit report")
class JUnitReportTest {

  private static final String WRITTEN = ReportFormat.JUNIT.write(Samples.verdict());

  @Nested
  class holds_to_its_schema {

    @Test
    void with_findings_and_without() {
      assertThatCode(() -> validate(WRITTEN)).doesNotThrowAnyException();
      String clean = ReportFormat.JUNIT.write(Samples.verdict(Samples.clean(), Optional.empty()));
      assertThatCode(() -> validate(clean)).doesNotThrowAnyException();
    }

    @Test
    void which_would_tell_of_a_mistake() {
      assertThatThrownBy(() -> validate(WRITTEN.replace("classname=", "class=")))
          .isInstanceOf(SAXException.class);
    }

    private static void validate(String xml) throws SAXException, IOException {
      URL schema = Objects.requireNonNull(JUnitReportTest.class.getResource("junit.xsd"));
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(schema)
          .newValidator()
          .validate(new StreamSource(new StringReader(xml)));
    }
  }

  @Nested
  class has_one_test_for_each_rule {

    @Test
    void that_fails_with_what_is_new() {
      assertThat(WRITTEN)
          .contains("tests=\"3\" failures=\"1\"")
          .contains("<failure type=\"HEX-02\" message=\"1 finding\">")
          .contains("shop/ordering/Order.java:12 Order uses Page (3 times)")
          .doesNotContain("Form");
    }

    @Test
    void whose_milder_findings_are_output() {
      assertThat(WRITTEN)
          .contains("<system-out>")
          .contains("shop/Till.java:7 Till asks &lt;Clock&gt; &amp; \"now\", 100%");
    }
  }
}
