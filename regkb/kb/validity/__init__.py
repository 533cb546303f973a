"""What was in force on a day: events of each act, its timeline, and answers that say no more than their sources do.

Күшіне енеді (legal force) and қолданысқа енгізіледі (application) are two events; "in force" asks for application
unless told otherwise.

How an answer is reached:

1. `evidence` turns records into events: what an act says of itself, and what it says or does to others.
2. `timeline` settles the events of an act into bounds: the first and the last day on which each thing can have been.
3. `states` asks, for a day, in which states the act can have been: every state that agrees with the bounds.
4. `answer` says it with reasons and with what is missing; `describe` puts it in words; `sql` keeps it in the base.

An answer is certain if the sources leave one state. If they leave several, but only one once two ordinary things are
taken for granted, it is that one, not certain: that the law on legal acts holds where an act is silent or its text is
not here, and that an act was not ended by something this base has never heard of. An unknown date is never taken for
granted: neither a publication nor a repeal that waits for one counts as having happened, and the answer is `unknown`.

Decisions, and why:

- A publication that another act cites is an upper bound of the first official one: there may have been an earlier one.
- The law sets 30 days for publication (213-I, art. 30(2-1); 480-V, art. 37(3)). That is shown as the day by which it
  was due, and proves nothing: № 321 of Алматы облысы әкімдігі, registered on 2015-08-14, is cited as published on
  2015-09-15, the 32nd day.
- A source that shows an act as repealed proves that the repeal had happened when the text was exported. The day of
  export is seldom known; the day of ingestion is its upper bound. So such a repeal lies between the first day on which
  its act can have applied and the day of ingestion, and from then on the answer is `repealed`, certain.
- A source that shows an act as in force proves that nothing had ended it by the latest day that the header names. For
  later days the answer is `in_force`, not certain: what came later may not be in this base.
- A header that names the repealing act also tells that nothing had ended the act before (what has ended cannot be
  repealed: 213-I, art. 21-1(11); 480-V, art. 27(12)).
- An act that another one amends or repeals had not ended until that other one was adopted. Where sources disagree, the
  answer is not certain and says which ones do.
- Repealing the act that repealed another does not revive it (213-I, art. 21-1(9); 480-V, art. 27(10)).
- An act that repeals takes effect like any other: the repeal happens when the repealing act begins to apply.
- Before an act can have begun to apply the answer is `not_yet`; that something unknown ended it even earlier is not
  weighed, since it makes no difference to whoever asks.
"""
