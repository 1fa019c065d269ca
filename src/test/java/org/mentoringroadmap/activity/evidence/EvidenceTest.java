package org.mentoringroadmap.activity.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoringroadmap.activity.ActivityFixture.ITEM;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringroadmap.activity.ActivityFixture;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class EvidenceTest {
    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private Evidence evidence;

    @Autowired
    private Programmes programmes;

    @Autowired
    private JdbcClient jdbc;

    private TestSchool school;
    private Programme programme;

    @BeforeEach
    void open() {
        school = fixture.school();
        programme = fixture.programme(school);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CURATOR", "DEPUTY", "DIRECTOR", "SECRETARY"})
    void theHeadsAddAndRemove(Role role) {
        EvidenceEntry entry = school.as(role, this::attach);

        assertThat(school.as(role, () -> evidence.file(entry.id())).content()).isEqualTo(PDF);
        school.as(role, () -> remove(entry));
        assertThat(school.as(role, this::list)).isEmpty();
        assertThatThrownBy(() -> school.as(role, () -> evidence.file(entry.id())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aRemovedFileLeavesOnlyWhoRemovedIt() {
        EvidenceEntry entry = school.as(Role.CURATOR, this::attach);
        school.as(Role.SECRETARY, () -> remove(entry));

        assertThat(jdbc.sql(
                                "select removed_by from activity_evidence where id = ? and file_id is null and name is null")
                        .param(entry.id())
                        .query(String.class)
                        .single())
                .isEqualTo(school.login(Role.SECRETARY));
        assertThat(jdbc.sql("select count(*) from stored_file where school_id = ?")
                        .param(school.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TEACHER", "CLASS_TEACHER", "MENTOR", "PSYCHOLOGIST", "SITE_EDITOR", "ADMINISTRATOR"})
    void forOthersItIsNotThere(Role role) {
        EvidenceEntry entry = school.as(Role.CURATOR, this::attach);

        assertThat(school.as(role, this::list)).isEmpty();
        assertThat(school.as(role, () -> evidence.of(programme.id()))).isEmpty();
        assertThatThrownBy(() -> school.as(role, () -> evidence.file(entry.id())))
                .isInstanceOf(NotFoundException.class);
        assertThat(school.as(role, () -> evidence.mayChange(programme.id(), ITEM)))
                .isFalse();
        assertThatThrownBy(() -> school.as(role, this::attach)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void theResponsibleRoleAddsWhileItsTaskIsOpen() {
        fixture.start(school, programme, "activity", "site-editor");

        assertThat(school.as(Role.SITE_EDITOR, this::attach).name()).contains("протокол.pdf");
        assertThatThrownBy(() -> school.as(Role.TEACHER, this::attach)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> school.as(
                        Role.SITE_EDITOR, () -> evidence.attach(programme.id(), "000-1.2.5", "протокол.pdf", PDF)))
                .isInstanceOf(ForbiddenException.class);
    }

    /** The site's editor answers for 1.2.5, a psychologist for 5.2.3, and everybody sees an order without children. */
    @Test
    void whoAnswersForTheActivityReadsItsPapers() {
        EvidenceEntry site = school.as(Role.CURATOR, () -> attachTo("000-1.2.5"));
        EvidenceEntry support = school.as(Role.CURATOR, () -> attachTo("000-5.2.3a"));
        EvidenceEntry consents = school.as(Role.DEPUTY, () -> attachTo("000-2.1.2b"));
        EvidenceEntry order = school.as(Role.CURATOR, () -> attachTo("000-1.3.4"));
        EvidenceEntry pairs = school.as(Role.CURATOR, () -> attachTo("000-5.2.1"));
        EvidenceEntry council = school.as(Role.CURATOR, () -> attachTo("000-1.2.1"));

        reads(site, Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.SECRETARY, Role.SITE_EDITOR);
        reads(support, Role.CURATOR, Role.PSYCHOLOGIST);
        reads(consents, Role.CURATOR, Role.DEPUTY); // who has brought it
        reads(pairs, Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.SECRETARY);
        Role[] staff = EnumSet.complementOf(EnumSet.of(Role.MENTOR)).toArray(Role[]::new);
        reads(order, staff);
        reads(council, staff);
    }

    private void reads(EvidenceEntry entry, Role... readers) {
        assertThat(Arrays.stream(Role.values())
                        .filter(role -> school.as(role, () -> evidence.of(programme.id())).stream()
                                .anyMatch(seen -> seen.id().equals(entry.id()))))
                .as(entry.activityKey())
                .containsExactlyInAnyOrder(readers);
    }

    private EvidenceEntry attachTo(String item) {
        return evidence.attach(programme.id(), item, "протокол.pdf", PDF);
    }

    @Test
    void anotherSchoolSeesNothing() {
        EvidenceEntry entry = school.as(Role.CURATOR, this::attach);
        TestSchool stranger = fixture.school();

        assertThatThrownBy(() -> stranger.as(Role.CURATOR, this::list)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stranger.as(Role.CURATOR, this::attach)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stranger.as(Role.CURATOR, () -> evidence.file(entry.id())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stranger.as(Role.CURATOR, () -> remove(entry))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aCompletedProgrammeIsClosed() {
        programmes.complete(programme.id());

        assertThatThrownBy(() -> school.as(Role.CURATOR, this::attach)).isInstanceOf(ConflictException.class);
        assertThat(school.as(Role.CURATOR, () -> evidence.mayChange(programme.id(), ITEM)))
                .isFalse();
    }

    @Test
    void aFormIsKeptWholeOrNotAtAll() {
        EvidenceBundle bundle = new EvidenceBundle(
                List.of(new Upload("a.pdf", PDF), new Upload("a.exe", PDF)), "school.example", "заметка");

        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> add(bundle))).hasMessageContaining("evidence.type");
        assertThat(school.as(Role.CURATOR, this::list)).isEmpty();

        school.as(Role.CURATOR, () -> add(new EvidenceBundle(List.of(), "school.example", "заметка")));
        assertThat(school.as(Role.CURATOR, this::list))
                .extracting(EvidenceEntry::kind)
                .containsExactly(EvidenceEntry.Kind.LINK, EvidenceEntry.Kind.NOTE);
        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> add(new EvidenceBundle(List.of(), " ", null))))
                .hasMessageContaining("evidence.nothing");
    }

    @Test
    void refusesItemsThatAreNone() {
        assertThatThrownBy(() ->
                        school.as(Role.CURATOR, () -> evidence.attach(programme.id(), "../1", "протокол.pdf", PDF)))
                .isInstanceOf(NotFoundException.class);
    }

    private EvidenceEntry attach() {
        return evidence.attach(programme.id(), ITEM, "протокол.pdf", PDF);
    }

    private List<EvidenceEntry> list() {
        return evidence.list(programme.id(), ITEM);
    }

    private Void remove(EvidenceEntry entry) {
        evidence.remove(entry.id());
        return null;
    }

    private Void add(EvidenceBundle bundle) {
        evidence.add(programme.id(), ITEM, bundle);
        return null;
    }
}
