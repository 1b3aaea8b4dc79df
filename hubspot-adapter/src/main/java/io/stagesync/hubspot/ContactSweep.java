package io.stagesync.hubspot;

import io.stagesync.hubspot.client.model.Contact;
import io.stagesync.hubspot.client.model.ContactPage;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmRecord;
import io.stagesync.vocabulary.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every contact. The list is ordered by id, and its position is an id, so that several
 * readers may begin at different ids. That is how it behaves, not what is promised: at the first
 * sign of another order one reader alone goes on from where the list says.
 */
final class ContactSweep {
  private static final Logger LOG = LoggerFactory.getLogger(HubSpotCrm.class);
  private static final int PAGE = 100;

  /** With so many known contacts their ids tell well enough where ranges of equal work begin. */
  private static final int WORTH_SPLITTING = 2_000;

  private static final int MOST_RANGES = 16;

  private final HubSpotCalls calls;
  private final ContactShape shape;
  private final ContactFeeds feeds;
  private final ContactReader reader;
  private final Lanes lanes;

  /**
   * @param feeds where a feed was begun before, it knows how many contacts there are, and a first
   *     sweep is read by several readers too
   */
  ContactSweep(
      HubSpotCalls calls,
      ContactShape shape,
      ContactFeeds feeds,
      ContactReader reader,
      Lanes lanes) {
    this.calls = calls;
    this.shape = shape;
    this.feeds = feeds;
    this.reader = reader;
    this.lanes = lanes;
  }

  /** Says that the list is not in the order of ids. */
  private static final class OtherOrder extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  void run(Collection<RecordId> known, Consumer<List<CrmRecord>> pages) {
    var seen = new SeenIds();
    try {
      inOrder(known, seen, pages);
    } catch (OtherOrder e) {
      LOG.info("HubSpot's list of contacts is not in the order of their ids; reading it in one go");
      alone(Integer.MAX_VALUE, true, seen, pages);
    }
    gone(seen.unseen(known), seen, pages);
  }

  private void inOrder(Collection<RecordId> known, SeenIds seen, Consumer<List<CrmRecord>> pages) {
    var ids = known.stream().flatMapToLong(SeenIds::numbers).sorted().toArray();
    if (ids.length >= WORTH_SPLITTING) {
      var spare = spare(ids.length);
      var starts = quantiles(ids, Math.min(MOST_RANGES, 1 + spare / 2));
      split(starts, ids[ids.length - 1], spare - starts.size() + 1, seen, pages);
      return;
    }
    var extent = feeds.extent();
    // The first page tells where the ids begin.
    var next = alone(extent.isPresent() ? 1 : Integer.MAX_VALUE, false, seen, pages);
    if (next.isEmpty() || extent.isEmpty()) {
      return;
    }
    var start = idNumber(new RecordId(next));
    var highest = extent.get().highest().map(ContactSweep::idNumber).orElse(start);
    var spare = spare(extent.get().contacts());
    var count = Math.min(Lanes.COUNT, 1 + spare);
    var starts =
        IntStream.range(0, count)
            .mapToObj(i -> start + Math.max(0, highest - start) / count * i)
            .distinct()
            .toList();
    split(starts, highest, spare - starts.size() + 1, seen, pages);
  }

  /** The calls, 5% of the least that are needed, that may be spent on reading side by side. */
  private static int spare(long contacts) {
    return (int) Math.min(1_000, (contacts + PAGE - 1) / PAGE / 20);
  }

  private static List<Long> quantiles(long[] ids, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> i == 0 ? 0L : ids[(int) ((long) ids.length * i / count)])
        .distinct()
        .toList();
  }

  private void split(
      List<Long> starts, long highest, int spare, SeenIds seen, Consumer<List<CrmRecord>> pages) {
    var board = new SweepBoard(starts, highest, spare);
    var readers = IntStream.range(0, Lanes.COUNT).boxed().toList();
    lanes.each(
        readers,
        reader -> {
          for (var range = board.take(); range.isPresent(); range = board.take()) {
            read(board, range.get(), seen, pages);
          }
          return reader;
        });
  }

  private void read(
      SweepBoard board, SweepBoard.Range range, SeenIds seen, Consumer<List<CrmRecord>> pages) {
    while (!board.done(range)) {
      var after = board.next(range);
      var page = list(after == 0 ? "" : Long.toString(after));
      var ids = new ArrayList<Long>();
      var low = after - 1;
      for (Contact row : StampScan.rows(page)) {
        var id = idNumber(ContactShape.id(row));
        if (id <= low) {
          throw new OtherOrder();
        }
        ids.add(id);
        low = id;
      }
      var next = next(page);
      var following = next.isEmpty() ? -1 : idNumber(new RecordId(next));
      if (following >= 0 && following <= low) {
        throw new OtherOrder();
      }
      var mine = board.read(range, ids, following);
      hand(StampScan.rows(page).subList(0, mine), false, seen, pages);
    }
  }

  /**
   * Reads page after page.
   *
   * @param again whether some contacts may have been handed on before
   * @return where to go on; blank at the end
   */
  private String alone(int most, boolean again, SeenIds seen, Consumer<List<CrmRecord>> pages) {
    var after = "";
    for (int read = 0; read < most; read++) {
      var page = list(after);
      hand(StampScan.rows(page), again, seen, pages);
      after = next(page);
      if (after.isEmpty()) {
        break;
      }
    }
    return after;
  }

  private ContactPage list(String after) {
    var asked = String.join(",", shape.asked());
    var from = after.isEmpty() ? null : after;
    return calls.read(
        Purpose.SWEEP,
        "listing contacts",
        () ->
            StampScan.complete(
                calls.contacts().listContacts(calls.version(), PAGE, from, false, asked)));
  }

  private static String next(ContactPage page) {
    var paging = page.getPaging();
    var next = paging == null || paging.getNext() == null ? null : paging.getNext().getAfter();
    return next == null ? "" : next;
  }

  private void hand(
      List<Contact> rows, boolean again, SeenIds seen, Consumer<List<CrmRecord>> pages) {
    synchronized (seen) {
      var page = new ArrayList<CrmRecord>();
      for (Contact row : rows) {
        var record = shape.record(row);
        if (again && seen.has(record.id())) {
          continue;
        }
        page.add(record);
        for (CrmRecord old : shape.mergedAway(row)) {
          seen.merged(old.id(), record.id());
        }
      }
      page.forEach(record -> seen.add(record.id()));
      if (!page.isEmpty()) {
        pages.accept(page);
      }
    }
  }

  /** Looks after known contacts that the list did not show. */
  private void gone(List<RecordId> unseen, SeenIds seen, Consumer<List<CrmRecord>> pages) {
    for (List<RecordId> part : Lanes.parts(unseen, PAGE)) {
      var merged = part.stream().filter(id -> seen.survivor(id).isPresent()).toList();
      var lost = part.stream().filter(id -> seen.survivor(id).isEmpty()).toList();
      Map<RecordId, CrmRecord> found = lost.isEmpty() ? Map.of() : reader.found(lost);
      var page = new ArrayList<CrmRecord>();
      merged.forEach(id -> page.add(CrmRecord.gone(id, seen.survivor(id))));
      for (RecordId id : lost) {
        page.add(Optional.ofNullable(found.get(id)).orElse(CrmRecord.gone(id, Optional.empty())));
      }
      pages.accept(page);
    }
  }

  private static long idNumber(RecordId id) {
    return SeenIds.number(id).orElseThrow(OtherOrder::new);
  }
}
