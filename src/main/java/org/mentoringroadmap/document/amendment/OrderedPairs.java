package org.mentoringroadmap.document.amendment;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which pairs an order names, and compares them with the pairs of today. Works for whoever asks, since documents ask. */
@Unguarded
@Component
@Transactional
public class OrderedPairs {
    private final OrderedPairRepository ordered;
    private final DocumentRepository documents;
    private final DocumentFiles files;
    private final Mentorships mentorships;
    private final MemberDirectory members;

    OrderedPairs(
            OrderedPairRepository ordered,
            DocumentRepository documents,
            DocumentFiles files,
            Mentorships mentorships,
            MemberDirectory members) {
        this.ordered = ordered;
        this.documents = documents;
        this.files = files;
        this.mentorships = mentorships;
        this.members = members;
    }

    /**
     * The school needs no amending order, or has it elsewhere: that settles what it was to say, and nobody is asked about the
     * same changes again.
     */
    public void closed(Document order) {
        if (order.amends()) {
            keep(order);
        }
    }

    /** An order has been decided on: if it is one on pairs, it names the open pairs as its newest file does, and no others. */
    public void keep(Document order) {
        if (!order.namesPairs()) {
            return;
        }
        LocalDateTime written = files.newest(order).createdAt();
        Map<Long, LocalDateTime> changes = members.changes(order.programmeId());
        ordered.forget(order.id());
        ordered.saveAll(mentorships.of(order.programmeId()).stream()
                .filter(pair -> pair.state().isOpen())
                .map(Mentorship::id)
                .filter(pair -> !changes.getOrDefault(pair, written).isAfter(written))
                .map(pair -> new OrderedPair(order.id(), pair, written))
                .toList());
    }

    /** What has changed since the last order that names pairs; empty where there is none in force. It may be nothing. */
    @Transactional(readOnly = true)
    public Optional<PairChanges> since(Long programmeId) {
        List<Document> orders = documents.ofProgramme(programmeId).stream()
                .filter(Document::namesPairs)
                .filter(OrderedPairs::settles)
                .toList();
        Optional<Document> first = orders.stream()
                .filter(order -> !order.amends())
                .filter(order -> order.registration().isPresent())
                .max(Comparator.comparing(Document::id));
        return first.map(order -> compare(
                order, orders.stream().max(Comparator.comparing(Document::id)).orElse(order)));
    }

    private static boolean settles(Document order) {
        return order.registration().isPresent() || order.amends() && order.status() == DocumentStatus.CANCELLED;
    }

    private PairChanges compare(Document order, Document last) {
        Map<Long, LocalDateTime> named = ordered.findByDocumentId(last.id()).stream()
                .collect(Collectors.toMap(OrderedPair::mentorshipId, OrderedPair::namedAt));
        Map<Long, LocalDateTime> changes = members.changes(order.programmeId());
        List<Mentorship> pairs = mentorships.of(order.programmeId());
        Predicate<Mentorship> known = pair -> named.containsKey(pair.id());
        Predicate<Mentorship> open = pair -> pair.state().isOpen();
        Predicate<Mentorship> moved =
                pair -> changes.getOrDefault(pair.id(), LocalDateTime.MIN).isAfter(named.get(pair.id()));
        Function<Predicate<Mentorship>, List<Mentorship>> which =
                condition -> pairs.stream().filter(condition).toList();
        return new PairChanges(
                order,
                which.apply(open.and(known.negate())),
                which.apply(open.and(known).and(moved)),
                which.apply(known.and(pair -> pair.state() == Mentorship.State.ENDED_EARLY)));
    }
}
