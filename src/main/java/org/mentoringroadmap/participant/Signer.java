package org.mentoringroadmap.participant;

/** Who signs a consent. */
public enum Signer {
    SELF,
    REPRESENTATIVE
}
