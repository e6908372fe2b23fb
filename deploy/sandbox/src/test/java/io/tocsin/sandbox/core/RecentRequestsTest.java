package io.tocsin.sandbox.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.sandbox.core.RecentRequests.Entry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentRequestsTest {

  @Test
  void theOldestMakeRoomForTheNewest() {
    RecentRequests recent = new RecentRequests(2, 1_000);
    for (String json : List.of("1", "2", "3")) {
      recent.add(entry(Provider.SLACK, json));
    }
    assertThat(shown(recent.newest(any -> true, 10))).containsExactly("2", "3");
  }

  @Test
  void largeRequestsMakeRoomByTheirSize() {
    RecentRequests recent = new RecentRequests(100, 10);
    for (String json : List.of("aaaaaa", "bbbbbb", "ccc")) {
      recent.add(entry(Provider.SLACK, json));
    }
    assertThat(shown(recent.newest(any -> true, 10))).containsExactly("bbbbbb", "ccc");
  }

  @Test
  void theNewestIsHeldHoweverLargeItIs() {
    RecentRequests recent = new RecentRequests(100, 2);
    recent.add(entry(Provider.SLACK, "a"));
    recent.add(entry(Provider.SLACK, "bbbbbb"));
    assertThat(shown(recent.newest(any -> true, 10))).containsExactly("bbbbbb");
  }

  @Test
  void theNewestOfAKindComeInOrderOfArrival() {
    RecentRequests recent = new RecentRequests(100, 1_000);
    recent.add(entry(Provider.SLACK, "1"));
    recent.add(entry(Provider.SLACK, "2"));
    recent.add(entry(Provider.PHONE, "3"));
    recent.add(entry(Provider.SLACK, "4"));
    assertThat(shown(recent.newest(each -> each.provider() == Provider.SLACK, 2)))
        .containsExactly("2", "4");
  }

  private static Entry entry(Provider provider, String json) {
    return new Entry(provider, false, json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> shown(List<Entry> entries) {
    return entries.stream().map(each -> new String(each.json(), StandardCharsets.UTF_8)).toList();
  }
}
