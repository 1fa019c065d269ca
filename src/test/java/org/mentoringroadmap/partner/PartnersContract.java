package org.mentoringroadmap.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** What the list of partners promises, on whichever database the subclass brings. */
abstract class PartnersContract {
    private static final PartnerDetails FULL = new PartnerDetails(
            "Завод «Ёлка»",
            PartnerKind.EMPLOYER,
            "Примеров Пример Примерович",
            "мастер",
            "+7 000 000-00-00",
            "zavod@example.org",
            "г. Примерск, ул. Образцовая, 1",
            "Экскурсии");

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Partners partners;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long thisYear;
    private Long lastYear;

    @BeforeEach
    void school() {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.SECRETARY, Role.MENTOR);
        SchoolYear year = SchoolYear.around(LocalDate.now(clock));
        thisYear = programmes.open(school.id(), year, "target-model").id();
        lastYear = programmes
                .open(school.id(), SchoolYear.parse((year.firstYear() - 1) + "-" + year.firstYear()), "target-model")
                .id();
    }

    @Test
    void everythingIsKeptAndFoundByAnyPartOfTheName() {
        Long id = add(thisYear, FULL, true);

        assertThat(school.as(
                        Role.SECRETARY, () -> partners.visible(thisYear, id).details()))
                .isEqualTo(FULL);
        assertThat(found(thisYear, "завод елка", null, false)).containsExactly(id);
        assertThat(found(thisYear, "", PartnerKind.COLLEGE, false)).isEmpty();
        assertThat(partners.thanked(thisYear)).extracting(Partner::id).containsExactly(id);
    }

    @Test
    void anOrganisationIsEnteredOnceForAllYears() {
        Long id = add(lastYear, FULL, true);

        assertThat(found(thisYear, "", null, false)).isEmpty();
        assertThat(found(thisYear, "", null, true)).containsExactly(id);
        assertThatThrownBy(() -> add(thisYear, FULL, false))
                .isInstanceOf(ConflictException.class)
                .hasMessage("partner.exists");

        run(() -> partners.join(thisYear, id, true, false));
        assertThat(school.as(Role.CURATOR, () -> partners.joined(thisYear))).isEqualTo(Map.of(id, false));
        assertThat(partners.thanked(thisYear)).isEmpty();
        run(() -> partners.join(thisYear, id, false, false));
        assertThat(found(thisYear, "", null, false)).isEmpty();
        assertThat(partners.thanked(lastYear)).hasSize(1);
    }

    @Test
    void ofTwoEditorsTheSecondIsTold() {
        Long id = add(thisYear, FULL, false);
        PartnerDetails other = PartnerDetails.named("Колледж", PartnerKind.COLLEGE);
        run(() -> partners.change(thisYear, id, 0, other, true, true));

        assertThat(partners.thanked(thisYear)).extracting(Partner::name).containsExactly("Колледж");
        assertThatThrownBy(() -> run(() -> partners.change(thisYear, id, 0, FULL, true, true)))
                .isInstanceOf(ConflictException.class)
                .hasMessage("partner.changed-meanwhile");
    }

    @Test
    void whatIsTakenFromTheListIsGoneWithItsYears() {
        Long id = add(thisYear, FULL, true);
        run(() -> partners.remove(thisYear, id));

        assertThat(found(thisYear, "", null, true)).isEmpty();
        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> partners.visible(thisYear, id)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void wrongInputIsRefused() {
        assertThatThrownBy(() -> add(thisYear, PartnerDetails.named(" ", PartnerKind.OTHER), false))
                .hasMessage("partner.name");
        assertThatThrownBy(() -> add(thisYear, PartnerDetails.named("Без вида", null), false))
                .hasMessage("partner.kind");
        assertThatThrownBy(() -> add(
                        thisYear,
                        new PartnerDetails("Почта", PartnerKind.OTHER, null, null, null, "не почта", null, null),
                        false))
                .hasMessage("partner.email");
        assertThatThrownBy(() -> add(thisYear, PartnerDetails.named("П".repeat(301), PartnerKind.OTHER), false))
                .hasMessage("partner.too-long");
    }

    @Test
    void othersDoNotReadAndAnotherSchoolSeesNothing() {
        Long id = add(thisYear, FULL, false);
        TestSchool other = schools.create(Role.CURATOR);

        assertThatThrownBy(() -> school.as(Role.MENTOR, () -> partners.visible(thisYear, id)))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> school.as(Role.SECRETARY, () -> partners.add(thisYear, FULL, false)))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> other.as(Role.CURATOR, () -> partners.visible(thisYear, id)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aProgrammeThatHasEndedChangesNothing() {
        programmes.complete(lastYear);

        assertThatThrownBy(() -> add(lastYear, FULL, false)).hasMessage("partner.programme-completed");
    }

    private Long add(Long programme, PartnerDetails details, boolean thanked) {
        return school.as(
                Role.CURATOR, () -> partners.add(programme, details, thanked).id());
    }

    private List<Long> found(Long programme, String text, PartnerKind kind, boolean everybody) {
        return school
                .as(Role.SECRETARY, () -> partners.find(programme, new Partners.Filter(text, kind, everybody), 0))
                .stream()
                .map(Partner::id)
                .toList();
    }

    private void run(Runnable work) {
        school.as(Role.DEPUTY, () -> {
            work.run();
            return null;
        });
    }
}
