package io.stagesync.salesforce.simulator;

import org.jspecify.annotations.Nullable;

/** Builds answers. The library reads elements in the order of its stubs only. */
final class SoapXml {
  private final StringBuilder out = new StringBuilder(4096);

  SoapXml open(String name) {
    out.append('<').append(name).append('>');
    return this;
  }

  SoapXml openAs(String name, String type) {
    out.append('<').append(name).append(" xsi:type=\"").append(type).append("\">");
    return this;
  }

  SoapXml close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  /** An element with a text, or a nil one. */
  SoapXml leaf(String name, @Nullable Object value) {
    if (value == null) {
      out.append('<').append(name).append(" xsi:nil=\"true\"/>");
      return this;
    }
    open(name);
    escape(value.toString());
    return close(name);
  }

  SoapXml raw(String xml) {
    out.append(xml);
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }

  /** A whole answer. */
  static String envelope(String body, long used, long limit) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope"
        + " xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
        + " xmlns=\"urn:partner.soap.sforce.com\" xmlns:tns=\"urn:partner.soap.sforce.com\""
        + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xmlns:sf=\"urn:sobject.partner.soap.sforce.com\"><soapenv:Header><LimitInfoHeader>"
        + "<limitInfo><current>"
        + used
        + "</current><limit>"
        + limit
        + "</limit><type>API REQUESTS</type></limitInfo></LimitInfoHeader></soapenv:Header>"
        + "<soapenv:Body>"
        + body
        + "</soapenv:Body></soapenv:Envelope>";
  }

  /** A fault; travels with status 500. */
  static String fault(SoapFault fault) {
    var message = String.valueOf(fault.getMessage());
    var detail = new SoapXml();
    detail
        .openAs("sf:" + fault.type, "sf:" + fault.type)
        .leaf("sf:exceptionCode", fault.code)
        .leaf("sf:exceptionMessage", message);
    if (fault.code.startsWith("INVALID_FIELD")
        || fault.code.equals("INVALID_TYPE")
        || fault.code.equals("MALFORMED_QUERY")) {
      detail.leaf("sf:row", -1).leaf("sf:column", -1);
    }
    detail.close("sf:" + fault.type);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope"
        + " xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
        + " xmlns:sf=\"urn:fault.partner.soap.sforce.com\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Body><soapenv:Fault>"
        + new SoapXml()
            .leaf("faultcode", "sf:" + fault.code)
            .leaf("faultstring", fault.code + ": " + message)
        + "<detail>"
        + detail
        + "</detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>";
  }
}
