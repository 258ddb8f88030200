package fledge.programme.rules;

import fledge.kernel.Labelled;

/** How a document words its goal. */
public enum Operator implements Labelled {
    /** 以上, 不低于, 达到, or a plain number: the goal itself is enough. */
    AT_LEAST,
    /** 超过: the goal itself is not enough. */
    MORE_THAN,
    EXACTLY,
    /** 左右: the documents give no tolerance, so falling short is shown but not failed. */
    ABOUT,
    /** Between two numbers, both included; more is shown but not failed. */
    RANGE,
    /** No number was printed. */
    QUALITATIVE;

    @Override
    public String labelKey() {
        return "programme.operator." + name();
    }
}
