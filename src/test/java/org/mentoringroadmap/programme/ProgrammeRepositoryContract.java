package org.mentoringroadmap.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.storage.StoredFile;
import org.mentoringroadmap.storage.StoredFiles;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** What the programme's tables promise, on whichever database the subclass brings. */
abstract class ProgrammeRepositoryContract {
    @Autowired
    private TestSchools testSchools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Staff staff;

    @Autowired
    private SchoolClasses classes;

    @Autowired
    private StoredFiles files;

    @Test
    void aSchoolRunsARoadmapOnceAYear() {
        TestSchool school = testSchools.empty();
        TestSchool other = testSchools.empty();
        SchoolYear year = SchoolYear.parse("2031-2032");

        Programme programme = programmes.open(school.id(), year, "target-model");

        assertThat(programmes.get(programme.id()).schoolYear()).isEqualTo(year);
        assertThatThrownBy(() -> programmes.open(school.id(), year, "target-model"))
                .isInstanceOf(ConflictException.class);
        assertThat(programmes.open(other.id(), year, "target-model").id()).isNotEqualTo(programme.id());
    }

    @Test
    void twoStartsAtTheSameMomentMakeOneProgramme() throws Exception {
        TestSchool school = testSchools.empty();
        ExecutorService starters = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> start = () -> {
                try {
                    programmes.open(school.id(), SchoolYear.parse("2032-2033"), "target-model");
                    return true;
                } catch (ConflictException e) {
                    return false;
                }
            };
            int started = 0;
            for (Future<Boolean> result : starters.invokeAll(List.of(start, start, start, start))) {
                started += result.get() ? 1 : 0;
            }
            assertThat(started).isEqualTo(1);
        } finally {
            starters.shutdownNow();
        }
    }

    @Test
    void aRoleWithoutAnAccountIsEmpty() {
        TestSchool school = testSchools.empty();
        staff.add(school.id(), "Образцов Образец Образцович", "секретарь", Set.of(Role.SECRETARY));
        school.employ("Примеров Пример Примерович", Set.of(Role.DIRECTOR, Role.DEPUTY));

        assertThat(staff.isEmpty(school.id(), Role.SECRETARY)).isTrue();
        assertThat(staff.isEmpty(school.id(), Role.DEPUTY)).isFalse();
        assertThat(staff.holders(school.id(), Role.SECRETARY))
                .extracting(StaffMember::shortName)
                .containsExactly("Образцов О. О.");
    }

    @Test
    void classesComeInTheOrderOfASchool() {
        TestSchool school = testSchools.empty();
        List.of("10А", "1Б", "2 а", "1А").forEach(school::addClass);

        assertThat(classes.of(school.id())).extracting(SchoolClass::name).containsExactly("1А", "1Б", "2А", "10А");
        assertThatThrownBy(() -> school.addClass("2А")).isInstanceOf(ConflictException.class);
    }

    @Test
    void aFileComesBackAsItWasStored() {
        TestSchool school = testSchools.empty();
        byte[] content = new byte[3_000_000];
        new java.util.Random(1).nextBytes(content);

        UUID id = files.save(school.id(), "приказ.docx", "application/octet-stream", content);

        StoredFile file = files.get(id);
        assertThat(file.content()).isEqualTo(content);
        assertThat(file.name()).isEqualTo("приказ.docx");
        assertThat(file.sha256()).hasSize(64);
        files.delete(id);
        assertThatThrownBy(() -> files.get(id)).isInstanceOf(NotFoundException.class);
    }
}
