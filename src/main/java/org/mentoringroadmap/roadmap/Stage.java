package org.mentoringroadmap.roadmap;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One stage of a roadmap.
 *
 * @param number the stage's number in the paper, such as {@code 1} or {@code II}; empty where the paper gives it none
 * @param title name of the stage in the master
 * @param processId process that runs the stage; null for a section that only repeats rows of stages
 * @param elementId call activity of the master that starts it; null for such a section
 * @param activities that it runs, in the order of their item numbers; empty when the process of the stage is not known
 * @param rows what the paper shows in it, in the order of the numbers: an activity at each of its numbers
 * @param table columns of its own table behind that of the roadmap; empty where its rows stand in the roadmap's
 * @param word what the paper calls a stage, such as «Этап»; empty where it says nothing
 * @param printed what the paper prints as its title; may name school and year, as the contents of rows may
 */
public record Stage(
        String number,
        String title,
        String processId,
        String elementId,
        List<RoadmapActivity> activities,
        List<RoadmapActivity> rows,
        List<PaperColumn> table,
        String word,
        String printed) {

    public Stage {
        activities = List.copyOf(activities);
        rows = List.copyOf(rows);
        table = List.copyOf(table);
    }

    /** A stage whose rows are its activities. */
    public Stage(String number, String title, String processId, String elementId, List<RoadmapActivity> activities) {
        this(
                number,
                title,
                processId,
                elementId,
                activities,
                activities,
                List.of(),
                Messages.text("paper.stage-word"),
                title);
    }

    /** What stands above its rows: «Этап 1. Подготовка условий». */
    public String heading() {
        return heading(title);
    }

    /** The same with a title in other words. */
    public String heading(String words) {
        return number.isEmpty() ? words : label() + ". " + words;
    }

    /** The same in short: «Этап 1»; its title where it has no number. */
    public String label() {
        return number.isEmpty() ? title : label(word, number);
    }

    static String label(String word, String number) {
        return word.isEmpty() || number.isEmpty() ? number : word + " " + number;
    }

    /** What tells it from the other stages of its roadmap, as part of an address. */
    public String anchor() {
        if (processId != null) {
            return processId;
        }
        return number.isEmpty() ? elementId : number;
    }

    Stage showing(List<RoadmapActivity> shown) {
        return new Stage(number, title, processId, elementId, activities, shown, table, word, printed);
    }

    /** The same stage with these activities. */
    public Stage with(List<RoadmapActivity> others) {
        return new Stage(number, title, processId, elementId, others, others, table, word, printed);
    }

    /** The same stage with the activities of both, in the order of their item numbers. */
    public Stage plus(Stage other) {
        return with(Stream.concat(activities.stream(), other.activities().stream())
                .sorted(Comparator.comparing(RoadmapActivity::item, RoadmapItems.order()))
                .toList());
    }
}
