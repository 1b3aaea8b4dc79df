package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Samples.at;
import static io.stagesync.state.jdbc.Samples.id;
import static io.stagesync.vocabulary.Side.HUBSPOT;
import static io.stagesync.vocabulary.Side.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.port.CampaignMember;
import io.stagesync.port.Cursor;
import io.stagesync.port.Feed;
import io.stagesync.state.FirstTouch;
import io.stagesync.state.Runs.RunRow;
import io.stagesync.state.StoreException;
import io.stagesync.state.StoreException.Kind;
import io.stagesync.vocabulary.CampaignMemberStatus;
import io.stagesync.vocabulary.RawValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs, cursors, belonging and campaign responses. */
interface LedgerContract extends StoreFixture {
  @Test
  default void runsAreNumberedUpwardAndKnowHowTheyEnded() {
    long first = store().write(session -> session.runs().begin("sync", at(1)));
    long second = store().write(session -> session.runs().begin("full-sweep", at(2)));
    store().change(session -> session.runs().end(first, "done", "{}", at(3)));
    RunRow done = new RunRow(1, "sync", at(1), Optional.of(at(3)), "done", "{}");
    RunRow cutOff = new RunRow(2, "full-sweep", at(2), Optional.empty(), "", "");
    assertThat(now().runs().latest(5)).containsExactly(cutOff, done);
    assertThat(now().runs().latest(1)).containsExactly(cutOff);
    assertThat(now().runs().latest("sync")).contains(done);
    assertThat(now().runs().run(second)).contains(cutOff);
    assertThat(now().runs().run(3)).isEmpty();
  }

  @Test
  default void aFirstTouchIsWrittenOnce() {
    FirstTouch webinar = new FirstTouch(HUBSPOT, id("501"), "lso", new RawValue("Webinar"), at(1));
    FirstTouch search =
        new FirstTouch(HUBSPOT, id("501"), "lso", new RawValue("Paid search"), at(2));
    FirstTouch other = new FirstTouch(SALESFORCE, id("501"), "lso", new RawValue("Fair"), at(3));
    store().change(session -> session.firstTouches().keep(List.of(webinar, search)));
    store().change(session -> session.firstTouches().keep(List.of(search, other)));
    assertThat(now().firstTouches().of(HUBSPOT, List.of(id("501"), id("502"))))
        .containsExactly(webinar);
    assertThat(now().firstTouches().of(SALESFORCE, List.of(id("501")))).containsExactly(other);
  }

  @Test
  default void eachFeedHasItsCursor() {
    Feed leads = new Feed("leads");
    assertThat(now().runs().cursor(SALESFORCE, leads)).isEmpty();
    store().change(session -> session.runs().cursor(SALESFORCE, leads, new Cursor("a")));
    store().change(session -> session.runs().cursor(SALESFORCE, leads, new Cursor("b")));
    assertThat(now().runs().cursor(SALESFORCE, leads)).contains(new Cursor("b"));
    assertThat(now().runs().cursor(HUBSPOT, leads)).isEmpty();
  }

  @Test
  default void aStoreBelongsToOneOrgAndRefusesOthers() {
    assertThat(now().belonging().account(SALESFORCE)).isEmpty();
    store().change(session -> session.belonging().bind(SALESFORCE, "00D1"));
    store().change(session -> session.belonging().bind(SALESFORCE, "00D1"));
    assertThatThrownBy(
            () -> store().change(session -> session.belonging().bind(SALESFORCE, "00D2")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Salesforce 00D1")
        .extracting(e -> ((StoreException) e).kind())
        .isEqualTo(Kind.FOREIGN);
    assertThat(now().belonging().account(SALESFORCE)).contains("00D1");
    assertThat(now().belonging().account(HUBSPOT)).isEmpty();
  }

  @Test
  default void aRemarkIsTheLastOne() {
    store().change(session -> session.belonging().remark("mapping", "one"));
    store().change(session -> session.belonging().remark("mapping", "two"));
    assertThat(now().belonging().remark("mapping")).contains("two");
    assertThat(now().belonging().remark("other")).isEmpty();
  }

  @Test
  default void campaignResponsesAreCountedAndListedNewestFirst() {
    CampaignMember sent = member("00v1", "Sent", 1);
    CampaignMember responded = member("00v2", "Responded", 2);
    CampaignMember wordless = member("00v3", "", 3);
    store()
        .change(
            session ->
                session
                    .campaignResponses()
                    .see(List.of(member("00v1", "Old", 0), sent, responded, wordless)));
    store().change(session -> session.campaignResponses().see(List.of(member("00v2", "Late", 1))));
    store().change(session -> session.campaignResponses().cursor(new Cursor("x")));
    assertThat(now().campaignResponses().of(id("L1"))).containsExactly(wordless, responded, sent);
    assertThat(now().campaignResponses().counts())
        .isEqualTo(Map.of("Sent", 1L, "Responded", 1L, "", 1L));
    assertThat(now().campaignResponses().cursor()).contains(new Cursor("x"));
  }

  private static CampaignMember member(String id, String status, long second) {
    return new CampaignMember(
        id(id),
        id("701"),
        "Spring fair",
        Optional.of(id("L1")),
        Optional.empty(),
        status.isBlank() ? Optional.empty() : Optional.of(new CampaignMemberStatus(status)),
        status.equals("Responded"),
        at(second));
  }
}
