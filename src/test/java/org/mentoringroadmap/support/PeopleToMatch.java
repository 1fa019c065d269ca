package org.mentoringroadmap.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.HoursText;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;

/** Invented pupils of lower classes and mentors of higher ones, always the same, whom a test matches. */
public final class PeopleToMatch {
    private static final List<String> SURNAMES = List.of(
            "Примеров",
            "Образцов",
            "Шаблонов",
            "Тестов",
            "Макетов",
            "Черновиков",
            "Пробнов",
            "Выдумкин",
            "Небылицын",
            "Сказочников",
            "Условнов",
            "Модельнов",
            "Эскизов",
            "Набросков",
            "Вымыслов",
            "Понарошкин",
            "Чертежов",
            "Показов",
            "Задумкин",
            "Загадкин");
    private static final List<String> NAMES = List.of(
            "Артём", "Борис", "Вадим", "Глеб", "Денис", "Егор", "Захар", "Иван", "Кирилл", "Лев", "Марк", "Никита",
            "Олег", "Павел", "Роман", "Семён", "Тимур", "Фёдор");
    private static final List<String> MATTERS = List.of(
            "математика",
            "английский язык",
            "выступать перед классом",
            "русский язык",
            "свой проект",
            "выбор профессии",
            "подготовка к экзамену");
    private static final List<String> INTERESTS = List.of(
            "шахматы", "робототехника", "рисование", "футбол", "песни", "книги", "астрономия", "театр", "велосипед");
    private static final List<String> HOURS =
            List.of("пн 14:00–15:30", "вт 15:00–16:00", "ср 14:00–15:30", "чт 15:00–16:30", "пт 14:00–16:00");

    private final TestSchool school;
    private final String login;
    private final Registers registers;
    private final Consents consents;
    private final Long programme;
    private int entered;

    /** @param login account of the curator who enters them */
    public PeopleToMatch(TestSchool school, String login, Registers registers, Consents consents, Long programme) {
        this.school = school;
        this.login = login;
        this.registers = registers;
        this.consents = consents;
        this.programme = programme;
    }

    /** Mentees of these classes in turn, each with a consent; names go on where the last call ended. */
    public List<Participant> mentees(int count, List<Long> classIds) {
        return enter(count, ParticipantRole.MENTEE, classIds, 0);
    }

    /** Mentors of these classes in turn, each with a consent and room for so many mentees. */
    public List<Participant> mentors(int count, List<Long> classIds, int capacity) {
        return enter(count, ParticipantRole.MENTOR, classIds, capacity);
    }

    private List<Participant> enter(int count, ParticipantRole role, List<Long> classIds, int capacity) {
        List<Participant> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(enter(role, classIds.isEmpty() ? null : classIds.get(i % classIds.size()), capacity));
        }
        return people;
    }

    private Participant enter(ParticipantRole role, Long classId, int capacity) {
        int number = entered++;
        boolean mentor = role == ParticipantRole.MENTOR;
        LocalDate today = TestClock.today();
        PersonDetails person = PersonDetails.named(
                SURNAMES.get(number % SURNAMES.size()),
                NAMES.get(number / SURNAMES.size() % NAMES.size()),
                number < SURNAMES.size() * NAMES.size() ? "Примерович" : "Примерович-" + number,
                today.minusYears(mentor ? 16 : 11).minusDays(100 + number % 200));
        return school.as(login, List.of("curator"), () -> {
            ParticipantDetails details = details(mentor, number, classId, capacity);
            Participant participant = registers.enter(programme, role, person, details.asAConsentNeeds(role));
            consents.register(
                    participant.id(), ConsentKind.PROCESSING, today, Set.of(Signer.SELF, Signer.REPRESENTATIVE));
            return Cards.fill(registers, participant.id(), details);
        });
    }

    private static ParticipantDetails details(boolean mentor, int number, Long classId, int capacity) {
        TopicKind matter = mentor ? TopicKind.COMPETENCE : TopicKind.REQUEST;
        List<Topic> topics = Stream.concat(
                        Topic.list(matter, some(MATTERS, number, 3)).stream(),
                        Topic.list(TopicKind.INTEREST, some(INTERESTS, number, 5)).stream())
                .toList();
        return ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, classId)
                .copy()
                .capacity(capacity)
                .forms(Set.of(MentoringForm.PUPIL_PUPIL))
                .topics(topics)
                .hours(HoursText.parse(some(HOURS, number, 2)))
                .done();
    }

    /** Two of a list, other ones for the next number. */
    private static String some(List<String> words, int number, int step) {
        String first = words.get(number * step % words.size());
        String second = words.get((number * step + number / words.size() + 1) % words.size());
        return first.equals(second) ? first : first + ", " + second;
    }
}
