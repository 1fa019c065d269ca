package org.mentoringroadmap.participant;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.programme.MentoringForm;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Participants of the programmes. */
public interface ParticipantRepository extends JpaRepository<Participant, Long> {
    @Query("select p from Participant p join fetch p.person where p.id = :id")
    Optional<Participant> card(Long id);

    Optional<Participant> findByProgrammeIdAndPersonIdAndRole(Long programmeId, Long personId, ParticipantRole role);

    List<Participant> findByPersonIdOrderById(Long personId);

    List<Participant> findByPersonIdInOrderById(Collection<Long> personIds);

    @Query("select p from Participant p join fetch p.person n where n.id = :personId or n.mergedInto = :personId"
            + " order by p.id")
    List<Participant> ofEveryEntry(Long personId);

    @Query("select p from Participant p join fetch p.person n where p.id in :ids order by n.nameKey, p.id")
    List<Participant> cards(Collection<Long> ids);

    /** Everybody of these programmes who has one of the surnames. */
    @Query("select p from Participant p join fetch p.person n where p.programmeId in :programmes"
            + " and n.lastName in :surnames order by p.id")
    List<Participant> ofSurnames(Collection<Long> programmes, Collection<String> surnames);

    @Query("select new org.mentoringroadmap.participant.ParticipantDirectory$Version(p.id, p.version, n.id, n.version)"
            + " from Participant p join p.person n where p.id in :ids")
    Set<ParticipantDirectory.Version> versions(Collection<Long> ids);

    /** Who of these has named the form. */
    @Query("select p.id from Participant p join p.forms f where p.id in :ids and f = :form")
    Set<Long> withForm(Collection<Long> ids, MentoringForm form);

    /**
     * One page of a register in the order of names.
     *
     * @param everyClass false to see only the classes of {@code classes}
     * @param missing kind of consent of which none is valid up to {@code until}; null for all
     * @param until last day that the programme needs a consent for
     */
    @Query(
            value = "select p from Participant p join fetch p.person n" + Where.CLAUSE + " order by n.nameKey, p.id",
            countQuery = "select count(p) from Participant p join p.person n" + Where.CLAUSE)
    Page<Participant> search(
            Long programmeId,
            ParticipantRole role,
            String text,
            ParticipantCategory category,
            Long classId,
            ParticipantStatus status,
            boolean everyClass,
            Collection<Long> classes,
            ConsentKind missing,
            LocalDate until,
            Pageable page);

    /** Everybody of a register whom {@link #search} would find, in its order. */
    @Query("select p.id from Participant p join p.person n" + Where.CLAUSE + " order by n.nameKey, p.id")
    List<Long> ids(
            Long programmeId,
            ParticipantRole role,
            String text,
            ParticipantCategory category,
            Long classId,
            ParticipantStatus status,
            boolean everyClass,
            Collection<Long> classes,
            ConsentKind missing,
            LocalDate until);

    /** Who still takes part in a programme. */
    @Query("select p from Participant p join fetch p.person n where p.programmeId = :programmeId and " + Where.OWN
            + " and n.anonymisedOn is null and p.status not in"
            + " (org.mentoringroadmap.participant.ParticipantStatus.FINISHED,"
            + " org.mentoringroadmap.participant.ParticipantStatus.CONTINUES,"
            + " org.mentoringroadmap.participant.ParticipantStatus.LEFT) order by p.id")
    List<Participant> takingPart(Long programmeId);

    /**
     * How many people {@link #goingOn} finds.
     *
     * @param year first calendar year of the next programme's school year
     */
    @Query("select count(distinct n.id) from Participant p join p.person n" + Where.GOING_ON)
    int countGoingOn(Collection<Long> earlier, Long next, int year, ParticipantRole role);

    /** Who was to go on from one of these programmes and does not stand in the next one, the latest participation first. */
    @Query("select p from Participant p join fetch p.person n" + Where.GOING_ON
            + " order by p.programmeId desc, n.nameKey, p.id")
    List<Participant> goingOn(Collection<Long> earlier, Long next, int year, ParticipantRole role);

    /**
     * Whether the person has consented to the processing of what the role needs, as of a day.
     *
     * @param until last day on which such a consent may have been signed; the same day where no year is meant
     */
    @Query("select count(c) > 0 from Consent c where c.personId = :personId" + Where.CONSENTED)
    boolean hasConsented(Long personId, boolean mentee, LocalDate day, LocalDate until);

    /** Whether one of these consents has in its list of data what the school decides about: health, hardship, or both. */
    @Query("select count(c) > 0 from Consent c where c.personId = :personId" + Where.CONSENTED + Where.NAMING)
    boolean hasConsentedTo(
            boolean health, boolean hardship, Long personId, boolean mentee, LocalDate day, LocalDate until);

    /** Whether there is or was such a consent, whatever it is worth now. */
    @Query("select count(c) > 0 from Consent c where c.personId = :personId" + Where.OF_ROLE)
    boolean hasEverConsented(Long personId, boolean mentee);

    /**
     * Whether the person has withdrawn such a consent and has given none since, not even one that has run out. The day of
     * the signature says what came later, not the order in which the papers were entered.
     */
    @Query("select count(c) > 0 from Consent c where c.personId = :personId" + Where.WITHDRAWN)
    boolean hasWithdrawn(Long personId, boolean mentee);

    /** People of a school who have. */
    @Query("select distinct c.personId from Consent c, Person n where n.id = c.personId and n.schoolId = :schoolId"
            + Where.WITHDRAWN)
    Set<Long> withdrawn(String schoolId, boolean mentee);

    /** Keys of the people who stand in one of these programmes, in whatever role. */
    @Query("select distinct p.person.id from Participant p where p.programmeId in :programmes")
    Set<Long> peopleOf(Collection<Long> programmes);

    /** People of a school who have consented to the processing of what the role needs, as of a day. */
    @Query("select distinct c.personId from Consent c, Person n where n.id = c.personId and n.schoolId = :schoolId"
            + Where.CONSENTED)
    Set<Long> consented(String schoolId, boolean mentee, LocalDate day, LocalDate until);

    /** People of a school who have consented to so much. */
    @Query("select distinct c.personId from Consent c, Person n where n.id = c.personId and n.schoolId = :schoolId"
            + Where.CONSENTED + Where.NAMING)
    Set<Long> consentedTo(
            boolean health, boolean hardship, String schoolId, boolean mentee, LocalDate day, LocalDate until);

    /** What a search looks at. */
    final class Where {
        /** Whether the consent {@code c} counts in the role of the participant {@code p}. */
        public static final String COVERS = "(c.asMentee = true"
                + " and p.role = org.mentoringroadmap.participant.ParticipantRole.MENTEE or c.asMentor = true"
                + " and p.role = org.mentoringroadmap.participant.ParticipantRole.MENTOR)";

        static final String OF_ROLE = " and c.kind = org.mentoringroadmap.participant.ConsentKind.PROCESSING"
                + " and (:mentee = true and c.asMentee = true or :mentee = false and c.asMentor = true)";

        static final String CONSENTED =
                OF_ROLE + " and c.withdrawnOn is null and c.signedOn <= :until and c.validUntil >= :day";

        static final String WITHDRAWN = OF_ROLE
                + " and c.withdrawnOn is not null and not exists (select d from Consent d where d.personId = c.personId"
                + " and d.kind = c.kind and (:mentee = true and d.asMentee = true or :mentee = false and d.asMentor = true)"
                + " and d.withdrawnOn is null and d.signedOn >= c.withdrawnOn)";

        static final String NAMING =
                " and (:health = false or c.namesHealth = true)" + " and (:hardship = false or c.namesHardship = true)";

        /**
         * Whether the consent {@code c} counts in a programme whose last day is {@code :until}, in SQL; the same as {@code
         * Consent.counts}. One that was signed after that day was given for a later year, one that ends before it for an
         * earlier one.
         */
        public static final String COUNTS_SQL =
                "c.withdrawn_on is null and :until between c.signed_on and c.valid_until";

        /**
         * The same of a consent of the participant {@code p} with the person {@code n}; which kind is for the caller to
         * say.
         */
        public static final String COUNTS = "c.personId = n.id and c.withdrawnOn is null"
                + " and :until between c.signedOn and c.validUntil and " + COVERS;

        /**
         * Whether the person {@code n} is one of their own and not the other entry of somebody whom it was made one with:
         * such an entry is in no list and in no figure.
         */
        public static final String OWN = "n.mergedInto is null";

        static final String GOING_ON = " where p.programmeId in :earlier and p.role = :role and " + OWN
                + " and n.anonymisedOn is null"
                + " and p.status = org.mentoringroadmap.participant.ParticipantStatus.CONTINUES"
                + " and not exists (select q.id from Participant q where q.programmeId = :next and q.role = :role"
                + " and q.person = n)"
                + " and (p.classId is null or p.classId not in (select k.id from SchoolClass k"
                + " where k.lastYear is not null and k.lastYear < :year))";

        static final String CLAUSE = " where p.programmeId = :programmeId and " + OWN
                + " and (:role is null or p.role = :role)"
                + " and (:text = '' or locate(:text, n.nameKey) > 0)"
                + " and (:category is null or p.category = :category)"
                + " and (:classId is null or p.classId = :classId)"
                + " and (:status is null or p.status = :status)"
                + " and (:everyClass = true or p.classId in :classes)"
                + " and (:missing is null or not exists (select c.id from Consent c where " + COUNTS
                + " and c.kind = :missing))";

        private Where() {}
    }
}
