package org.mentoringroadmap.document;

import java.util.Set;
import org.mentoringroadmap.school.Role;

/**
 * What an account may read of the documents of its schools; queries ask with it.
 *
 * @param kept types of which it reads every document
 * @param inForce types of which it reads every document that is in force
 * @param answering roles of it that read every document of their activities
 * @param answeringNameless roles of it that read the documents of their activities that name no child
 * @param nameless types whose documents name no child
 */
public record DocumentRights(
        Set<DocumentType> kept,
        Set<DocumentType> inForce,
        Set<Role> answering,
        Set<Role> answeringNameless,
        Set<DocumentType> nameless) {}
