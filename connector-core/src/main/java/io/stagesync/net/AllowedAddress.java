package io.stagesync.net;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Which addresses a token may be sent to. Some arrive in answers of a server, so they are checked
 * before they are called: https only, but for this machine's own loopback, and to named hosts only.
 *
 * @param hosts host names; one that begins with a dot stands for every host that ends with it
 */
public record AllowedAddress(List<String> hosts) {
  public AllowedAddress {
    hosts = List.copyOf(hosts);
  }

  /**
   * Checks an address.
   *
   * @return the address
   * @throws IllegalArgumentException with a sentence for people, when it may not be called
   */
  public URI check(URI address) {
    var host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (host.isEmpty()) {
      throw new IllegalArgumentException("\"" + address + "\" is not a web address");
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && isLoopback(host))) {
      throw new IllegalArgumentException(
          "\""
              + scheme
              + "://"
              + host
              + "\" is not safe: use https (plain http is for loopback hosts only)");
    }
    if (hosts.stream().noneMatch(h -> h.startsWith(".") ? host.endsWith(h) : host.equals(h))) {
      throw new IllegalArgumentException(
          "\""
              + host
              + "\" is not one of the hosts that may be called: "
              + String.join(", ", hosts));
    }
    return address;
  }

  /** Whether a host name is this machine itself. */
  public static boolean isLoopback(String host) {
    return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
  }
}
