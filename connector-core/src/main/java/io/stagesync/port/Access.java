package io.stagesync.port;

import java.util.List;

/**
 * What our user or key may do, held against what keeping stages in agreement takes. Everything is
 * named as the CRM's own settings name it.
 *
 * @param told whether the CRM says what our user may do; if not, {@code surplus} and {@code
 *     lacking} are empty and mean nothing
 * @param surplus what it may do and we never need
 * @param lacking what it may not do and a run needs
 * @param unreported what it may not read, by which a report is lost and nothing else
 */
public record Access(
    boolean told, List<String> surplus, List<String> lacking, List<String> unreported) {
  public Access {
    surplus = List.copyOf(surplus);
    lacking = List.copyOf(lacking);
    unreported = List.copyOf(unreported);
  }
}
