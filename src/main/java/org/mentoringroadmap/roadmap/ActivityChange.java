package org.mentoringroadmap.roadmap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one activity differs between two editions of a roadmap. An activity stays the same one for as long as its element
 * keeps its place in the file; its number may change.
 *
 * @param before as it was; null for one that was added
 * @param after as it is; null for one that was removed
 * @param aspects in what the two differ, in the order of the enum; empty for one that was added or removed
 */
public record ActivityChange(RoadmapActivity before, RoadmapActivity after, Set<Aspect> aspects) {
    /** In what two editions of an activity may differ. */
    public enum Aspect {
        NUMBER(activity -> String.join(", ", activity.items())),
        TITLE(RoadmapActivity::title),
        BLOCK(activity -> Objects.toString(activity.blockTitle(), "")),
        START(activity -> text(activity.start())),
        DUE(activity -> text(activity.due())),
        RESPONSIBLE(activity -> String.join(", ", activity.responsible())),
        PRINTED(activity -> byNumber(activity.printed())),
        PRINTED_TERM(activity -> byNumber(activity.termPrinted())),
        PRINTED_RESPONSIBLE(activity -> byNumber(activity.responsiblePrinted())),
        RESULT(RoadmapActivity::result),
        COLUMNS(activity -> named(activity.cells())),
        GUIDE(RoadmapActivity::documentation),
        KIND(activity -> Objects.toString(activity.calledElement(), "")
                + activity.constants()
                + Objects.toString(activity.orderTerm(), ""));

        private final Function<RoadmapActivity, String> value;

        Aspect(Function<RoadmapActivity, String> value) {
            this.value = value;
        }

        /** What an activity has there, as the model writes it; empty for nothing. */
        public String of(RoadmapActivity activity) {
            return value.apply(activity);
        }

        /** What all numbers have alike is told without them, and stays the same when a number changes. */
        private static String byNumber(Map<String, String> texts) {
            Map<String, String> said = new TreeMap<>(texts);
            said.replaceAll((number, text) -> text.isEmpty() ? Messages.text("paper.none") : text);
            Set<String> different = Set.copyOf(said.values());
            return different.size() == 1 ? different.iterator().next() : named(said);
        }

        private static String named(Map<String, String> texts) {
            return new TreeMap<>(texts)
                    .entrySet().stream()
                            .map(text -> text.getKey() + " = " + text.getValue())
                            .collect(Collectors.joining("; "));
        }

        private static String text(Term term) {
            return term == null ? "" : term.text();
        }
    }

    /** Every activity that two editions do not have alike, in the order of their numbers. */
    public static List<ActivityChange> between(Roadmap before, Roadmap after) {
        Map<String, RoadmapActivity> old = byKey(before);
        Map<String, RoadmapActivity> now = byKey(after);
        List<ActivityChange> changes = new ArrayList<>();
        old.forEach((key, activity) -> {
            RoadmapActivity other = now.get(key);
            if (other == null) {
                changes.add(new ActivityChange(activity, null, Set.of()));
            } else if (!other.equals(activity)) {
                changes.add(new ActivityChange(activity, other, differing(activity, other)));
            }
        });
        now.forEach((key, activity) -> {
            if (!old.containsKey(key)) {
                changes.add(new ActivityChange(null, activity, Set.of()));
            }
        });
        changes.sort((one, other) ->
                RoadmapItems.order().compare(one.any().item(), other.any().item()));
        return changes;
    }

    /** The activity as it is, or as it was when it was removed. */
    public RoadmapActivity any() {
        return after == null ? before : after;
    }

    private static Map<String, RoadmapActivity> byKey(Roadmap roadmap) {
        return roadmap.activities()
                .collect(Collectors.toMap(
                        RoadmapActivity::key, Function.identity(), (first, other) -> first, LinkedHashMap::new));
    }

    private static Set<Aspect> differing(RoadmapActivity before, RoadmapActivity after) {
        Set<Aspect> aspects = new TreeSet<>();
        for (Aspect aspect : Aspect.values()) {
            if (!aspect.of(before).equals(aspect.of(after))) {
                aspects.add(aspect);
            }
        }
        return aspects;
    }
}
