package io.changbai.journey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisitTableTest {

    @ParameterizedTest
    @EnumSource(VisitState.class)
    void everyStateIsReachedAndLeadsBackToTheAttractScreen(VisitState state) {
        assertThat(reachable(VisitState.END)).contains(state);
        assertThat(reachable(state)).contains(VisitState.ATTRACT);
    }

    @ParameterizedTest
    @EnumSource(VisitState.class)
    void nothingInMotionEndsByTouchOrTime(VisitState state) {
        if (state.patience() == VisitState.Patience.IN_MOTION) {
            for (VisitEvent event : EnumSet.of(
                    VisitEvent.LEAVE, VisitEvent.TIME_UP, VisitEvent.BACK, VisitEvent.AGREE, VisitEvent.REFUSE)) {
                assertThat(VisitTable.next(state, event))
                        .as("%s in %s", event, state)
                        .isEmpty();
            }
        }
    }

    @Test
    void onlySubmittingLeadsToTheDocumentPrinter() {
        for (VisitState from : VisitState.values()) {
            for (VisitEvent event : VisitEvent.values()) {
                if (VisitTable.next(from, event)
                        .filter(VisitState.PRINTING_DOCUMENT::equals)
                        .isPresent()) {
                    assertThat(from).isEqualTo(VisitState.SUBMITTING);
                }
            }
        }
    }

    @Test
    void everyEventMovesSomething() {
        for (VisitEvent event : VisitEvent.values()) {
            assertThat(EnumSet.allOf(VisitState.class))
                    .as(event.name())
                    .anyMatch(state -> VisitTable.next(state, event).isPresent());
        }
    }

    private static Set<VisitState> reachable(VisitState from) {
        Set<VisitState> seen = EnumSet.of(from);
        boolean grew = true;
        while (grew) {
            Set<VisitState> next = EnumSet.noneOf(VisitState.class);
            for (VisitState state : seen) {
                for (VisitEvent event : VisitEvent.values()) {
                    VisitTable.next(state, event).ifPresent(next::add);
                }
            }
            grew = seen.addAll(next);
        }
        return seen;
    }
}
