package org.mentoringroadmap.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A school with the requisites that its documents print. Its id is the tenant of its instances and accounts. */
@Entity
@Table(name = "school")
public class School {
    @Id
    private String id;

    @Version
    private int version;

    @Column(nullable = false)
    private String fullName;

    @Column(nullable = false)
    private String shortName;

    private String founder;
    private String city;
    private String address;
    private String phone;
    private String email;
    private String site;
    private String directorPost;

    @Column(name = "basis")
    private String basis;

    private String inn;
    private String kpp;
    private String ogrn;
    private String okpo;
    private String publicationPages;
    private String directorGround;
    private String pupilMentorGround;
    private String teachersBasis;
    private boolean healthData;
    private boolean hardshipData;

    protected School() {}

    School(String id, Requisites requisites) {
        this.id = id;
        change(requisites);
    }

    void change(Requisites requisites) {
        fullName = requisites.fullName();
        shortName = requisites.shortName();
        founder = requisites.founder();
        city = requisites.city();
        address = requisites.address();
        phone = requisites.phone();
        email = requisites.email();
        site = requisites.site();
        directorPost = requisites.directorPost();
        basis = requisites.basis();
        inn = requisites.codes().inn();
        kpp = requisites.codes().kpp();
        ogrn = requisites.codes().ogrn();
        okpo = requisites.codes().okpo();
        publicationPages = requisites.papers().publicationPages();
        directorGround = requisites.papers().directorGround();
        pupilMentorGround = requisites.papers().pupilMentorGround();
        teachersBasis = requisites.papers().teachersBasis();
        healthData = requisites.papers().healthData();
        hardshipData = requisites.papers().hardshipData();
    }

    /** Tenant id: lower-case letters, digits and hyphens; never changes. */
    public String id() {
        return id;
    }

    /** Everything that documents print about the school. */
    public Requisites requisites() {
        return new Requisites(
                fullName,
                shortName,
                founder,
                city,
                address,
                phone,
                email,
                site,
                directorPost,
                basis,
                new RegistryCodes(inn, kpp, ogrn, okpo),
                new PaperSettings(
                        publicationPages, directorGround, pupilMentorGround, teachersBasis, healthData, hardshipData));
    }
}
