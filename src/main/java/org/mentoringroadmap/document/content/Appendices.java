package org.mentoringroadmap.document.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentText;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Component;

/**
 * What an order approves together with itself: documents that its author has chosen, documents of the activities that the
 * model names, and papers that are only named.
 */
@Unguarded
@Component
public class Appendices {
    private final DocumentRepository documents;
    private final Editions editions;
    private final ActivityKeys keys;

    Appendices(DocumentRepository documents, Editions editions, ActivityKeys keys) {
        this.documents = documents;
        this.editions = editions;
        this.keys = keys;
    }

    /** Titles of all appendices in their order, for the order to list. */
    List<String> titles(Programme programme, DocumentText text, Set<Long> chosen) {
        List<Document> all = documents.ofProgramme(programme.id());
        Roadmap roadmap = editions.roadmap(programme);
        List<String> titles = new ArrayList<>();
        for (String line : text.appendices()) {
            Optional<RoadmapActivity> activity = activity(roadmap, line);
            List<Document> made =
                    activity.map(found -> madeBy(all, found.key())).orElse(List.of());
            made.forEach(document -> titles.add(document.title()));
            if (made.isEmpty()) {
                titles.add(activity.map(RoadmapActivity::title).orElse(line));
            }
        }
        all.stream()
                .filter(document -> chosen.contains(document.id()))
                .forEach(document -> titles.add(document.title()));
        return titles.stream().distinct().toList();
    }

    /** The documents of the programme that an order approves. */
    public List<Document> of(Document order, Programme programme) {
        Set<Document> approved = new LinkedHashSet<>();
        if (order.text().appendices().isEmpty() && order.approvedDocuments().isEmpty()) {
            return List.of();
        }
        List<Document> all = documents.ofProgramme(order.programmeId());
        Roadmap roadmap = editions.roadmap(programme);
        order.text().appendices().stream()
                .flatMap(line -> activity(roadmap, line).stream())
                .forEach(activity -> approved.addAll(madeBy(all, activity.key())));
        Map<Long, Document> byId = all.stream().collect(Collectors.toMap(Document::id, Function.identity()));
        order.approvedDocuments().stream()
                .sorted()
                .map(byId::get)
                .filter(Objects::nonNull)
                .forEach(approved::add);
        approved.remove(order);
        return List.copyOf(approved);
    }

    /** The order that approves a document, a signed one before a draft; empty where none does. */
    public Optional<Document> orderOf(Document document, Programme programme) {
        List<Document> orders = documents.approving(document.programmeId()).stream()
                .filter(order -> !order.id().equals(document.id()))
                .filter(order -> order.status() != DocumentStatus.CANCELLED)
                .filter(order -> of(order, programme).stream()
                        .anyMatch(approved -> approved.id().equals(document.id())))
                .toList();
        return orders.stream()
                .filter(order -> order.registration().isPresent())
                .findFirst()
                .or(() -> orders.stream().findFirst());
    }

    /**
     * Whether an order of the programme names the activity among what it approves, be it one that is still to come, or its
     * author has chosen the activity's document.
     */
    boolean isApproved(Programme programme, String item) {
        if (item == null) {
            return false;
        }
        String key = keys.key(programme.id(), item);
        Roadmap roadmap = editions.roadmap(programme);
        boolean isToBe = roadmap.activities()
                .flatMap(row ->
                        Stream.ofNullable(ModelProperties.lines(row.constants().get(ModelProperties.APPENDICES))))
                .flatMap(String::lines)
                .flatMap(line -> activity(roadmap, line).stream())
                .anyMatch(activity -> activity.key().equals(key));
        if (isToBe) {
            return true;
        }
        List<Document> all = documents.ofProgramme(programme.id());
        Set<Long> made = madeBy(all, key).stream().map(Document::id).collect(Collectors.toSet());
        return documents.approving(programme.id()).stream()
                .filter(order -> order.status() != DocumentStatus.CANCELLED)
                .anyMatch(order -> order.text().appendices().stream()
                                .flatMap(line -> activity(roadmap, line).stream())
                                .anyMatch(activity -> activity.key().equals(key))
                        || order.approvedDocuments().stream().anyMatch(made::contains));
    }

    private static List<Document> madeBy(List<Document> all, String key) {
        return all.stream()
                .filter(document -> document.activityKey().filter(key::equals).isPresent())
                .filter(document -> document.status() != DocumentStatus.CANCELLED)
                .toList();
    }

    /** @param line one of its numbers, as the model or as the paper writes it: {@code 000-1.3.2} or {@code 1.3.2} */
    private static Optional<RoadmapActivity> activity(Roadmap roadmap, String line) {
        return roadmap.activities()
                .filter(activity -> activity.items().stream().anyMatch(item -> RoadmapItems.same(item, line)))
                .findFirst();
    }
}
