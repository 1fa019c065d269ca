package org.mentoringroadmap.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mentoringroadmap.shared.RowLocks;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pairs of a school that look alike, kept in the database: a person is compared once after the name or the birthday
 * was entered, not each time somebody looks.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KnownLookalikes {
    /** More than these are compared by one look at everybody. */
    private static final int A_FEW = 20;

    /** No database takes a statement with any number of parameters. */
    private static final int AT_ONCE = 1000;

    /** Asks for one person at a time by key, so that no database has to guess in which order to join. */
    private static final String OPEN = " from person_alike a where"
            + " exists (select 1 from person l where l.id = a.lower_id and l.school_id = :school"
            + " and l.merged_into is null and l.anonymised_on is null)"
            + " and exists (select 1 from person h where h.id = a.higher_id"
            + " and h.merged_into is null and h.anonymised_on is null)"
            + " and not exists (select 1 from person_distinct d"
            + " where d.lower_id = a.lower_id and d.higher_id = a.higher_id)";

    private final PersonQueries people;
    private final JdbcClient jdbc;
    private final RowLocks rows;
    private final JdbcOperations batches;

    KnownLookalikes(PersonQueries people, JdbcClient jdbc, RowLocks rows, JdbcOperations batches) {
        this.people = people;
        this.jdbc = jdbc;
        this.rows = rows;
        this.batches = batches;
    }

    /** The first pairs that nobody has decided on, in the order in which the people were entered. */
    List<Lookalikes.Pair> first(String schoolId, int limit) {
        compareNew(schoolId);
        return jdbc.sql("select a.lower_id, a.higher_id" + OPEN
                        + " order by a.lower_id, a.higher_id fetch first :limit rows only")
                .param("school", schoolId)
                .param("limit", limit)
                .query((row, number) -> new Lookalikes.Pair(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** How many pairs nobody has decided on, among those that are known when {@link #first} was asked. */
    int count(String schoolId) {
        return jdbc.sql("select count(*)" + OPEN)
                .param("school", schoolId)
                .query(Integer.class)
                .single();
    }

    /** Two who look at the same moment compare one after the other; the second finds nobody left. */
    private void compareNew(String schoolId) {
        List<Lookalikes.Known> fresh = rows.select(
                        "select id, name_key, birth_date, first_name, middle_name from person where school_id = :school"
                                + " and compared = false and merged_into is null and anonymised_on is null"
                                + " order by id")
                .param("school", schoolId)
                .query((row, number) -> new Lookalikes.Known(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5)))
                .list();
        if (fresh.isEmpty()) {
            return;
        }
        Set<Long> ids = fresh.stream().map(Lookalikes.Known::id).collect(Collectors.toSet());
        Set<Lookalikes.Pair> pairs = fresh.size() > A_FEW
                ? Lookalikes.among(people.known(schoolId)).stream()
                        .filter(pair -> ids.contains(pair.firstId()) || ids.contains(pair.secondId()))
                        .collect(Collectors.toSet())
                : fresh.stream()
                        .flatMap(one -> near(schoolId, one).stream()
                                .filter(other -> Lookalikes.alike(one, other))
                                .map(other -> Lookalikes.Pair.of(one.id(), other.id())))
                        .collect(Collectors.toSet());
        inPortions(
                ids,
                some -> jdbc.sql("delete from person_alike where lower_id in (:ids) or higher_id in (:ids)")
                        .param("ids", some)
                        .update());
        batches.batchUpdate(
                "insert into person_alike (lower_id, higher_id) values (?, ?)", pairs, AT_ONCE, (row, pair) -> {
                    row.setLong(1, pair.firstId());
                    row.setLong(2, pair.secondId());
                });
        inPortions(
                ids,
                some -> jdbc.sql("update person set compared = true where id in (:ids)")
                        .param("ids", some)
                        .update());
    }

    private List<Lookalikes.Known> near(String schoolId, Lookalikes.Known one) {
        return people.near(schoolId, one.id(), one.nameKey(), one.birthDate() == null, one.birthDate());
    }

    private static void inPortions(Collection<Long> ids, Consumer<List<Long>> work) {
        List<Long> all = ids.stream().sorted().toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            work.accept(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
    }
}
