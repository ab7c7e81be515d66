using System.Collections.Frozen;

namespace PolicyBot.Concerns.English;

/// <summary>Words that colour what is said.</summary>
internal static class ContentLexicon
{
    /// <summary>With every form that a word would have as a verb: ruin, ruins, ruined, ruining.</summary>
    public static readonly FrozenSet<string> Negative = Lexicon.Words("""
        lack lacks lacking lacked shortage shortages short scarce scarcity delay delays delayed late slow slower slowly backlog backlogs bottleneck bottlenecks barrier barriers burden burdens burdensome burdened
        cost costs costly expensive expense unaffordable price prices cannot unable impossible hard harder hardest difficult difficulty difficulties struggle struggles struggling problem problems problematic trouble issue
        unclear vague ambiguous ambiguity confusing confused confusion inconsistent inconsistency contradictory contradict contradicts conflict conflicts overlap overlaps overlapping duplicate duplicates duplication
        outdated obsolete unrealistic unworkable unfair unequal unjust unsafe uncertain uncertainty unstable unreliable unusable unpredictable unnecessary insufficient inadequate ineffective inefficient incomplete
        inaccurate incompatible inaccessible inflexible rigid strict stringent excessive excessively heavy heavier onerous cumbersome complex complicated tedious long longer lengthy
        fail fails failed failing failure failures broken breaks break breach breaches leak leaks leaked loss losses lose loses losing lost risk risks risky threat threats threaten threatens danger dangers dangerous
        harm harms harmful hurt hurts hurting damage damages suffer suffers suffering weak weaker worse worst worsen worsens worsening bad poor poorly
        stuck stalled stall stalls blocked block blocks blocking frozen jammed clogged hinder hinders hindered hamper hampers hampered impede impedes hold-up obstacle obstacles hurdle hurdles red-tape paperwork
        shut shuts shutting close closes closing closed closure bankrupt bankruptcy bankruptcies debt debts deficit shrink shrinks shrinking fall falls falling drop drops dropping decline declines declining drain
        penalty penalties penalised penalized fine fines fined punished lawsuit lawsuits liability fraud abuse abuses misuse crime crimes
        missing miss misses gap gaps mismatch nothing nobody none nowhere never hardly barely scarcely rarely seldom only too not no without few fewer little insufficiently neither nor
        expire expires expired expiring ends end run runs out disappear disappears vanish vanishes unpaid unanswered ignored ignores ignore neglected overlooked excluded exclude excludes
        fear fears worry worries worried concern concerns concerned complaint complaints frustrated frustrating frustration afraid scared alarming alarm anxious pressure pressures
        overload overloaded overwhelmed overstretched stretched understaffed underfunded crowded shortfall shortfalls crash crashes crashed error errors bug bugs fault faults faulty wrong mistake mistakes mislabelled
        rising rises rise rose soar soars soaring skyrocketing surge surging spike spikes doubled tripled doubles triples inflation waste wastes wasted wasting drag drags dragging wait waits waiting
        forced force forces obliged stifle stifles stifling discourage discourages deter deters deterred undermine undermines undermined undercut undercuts squeeze squeezed squeezes
        leave leaves leaving quit quits overseas abroad poach poached poaching expel refuse refuses refused reject rejects rejected denied deny denies forbids forbidden prohibits prohibited prohibit bans banned
        changes different differs differ varies vary patchy scattered fragmented fragmentation arbitrary opaque untested unproven ageing aging rust old turnover piracy monopoly dependence dependent
        disadvantage disadvantaged discrimination discriminate inequality disparity downturn recession unemployment jeopardise jeopardy vulnerable vulnerability congested congestion pollution polluted noise noisy
        crippling crushing choking punishing daunting burdening absurd impractical impracticable meaningless pointless useless toothless baseless redundant repetitive needless chaotic disorderly erratic murky muddled misleading
        prohibitive disproportionate discriminatory ruinous devastating exhausting tiring draining alarmingly sluggish glacial lagging lag lags behind overdue lapse lapses lapsed starve starved starving choke chokes choked
        cripple cripples crippled handicap handicaps wreck wrecks ruin ruins sink sinks destroy destroys kill kills killed killing wipe wipes erode erodes eroded erosion collapse collapses collapsed plummet plummeted plunge plunged
        dwindle dwindles dwindling worn dry dries drowning drown buried bury swamped bogged weigh weighs weighed hardship grief pain painful pains plight crisis emergency shock turmoil mess chaos loophole loopholes drawback drawbacks
        flaw flaws flawed defect defects defective deficiency deficiencies weakness weaknesses downside exposed exposure insecure insecurity unprotected unprepared unskilled untrained uninsured unregulated unlicensed unheard
        unrepresentative unbalanced unrealised unintended unsuitable unsuited unenforceable unintelligible unreadable unmanageable unreasonable unwarranted unjustified unpopular unsolved unresolved unattended unavailable uncompetitive
        illegible inconvenient inconvenience inconveniences incoherent indifferent infeasible inferior intrusive invasive irrelevant irregular inadequately insolvent insolvency foreclosure layoffs redundancies redundancy bailiffs
        lawlessness counterfeit counterfeits forgery forgeries spoil spoils spoiled spoilt rot rots rotting mould leaky leaking flood floods flooded drought hazard hazards hazardous toxic unhealthy accident accidents injury injuries deaths
        illegal illegally tax-heavy overtaxed overregulated oversupply glut surplus undersupply lose-lose loss-making lossmaking cannibalise dump dumping poorest hostile hostility stigma bias biased prejudice distort distorts distorted distortion
        favours favouritism cartel lock-in locked trapped tied tie-up strangle strangles strangling straitjacket red tape bureaucracy bureaucratic formalities patchwork vacuum blind unaware ignorance ill-informed ill-suited
        jump jumped jumps climb climbs climbed climbing swell swells swelling balloon ballooned mounting mount mounts hike hikes hiked overcharge overcharged unduly half-empty empty understocked underused underpaid underestimate ignoring
        wary hesitant reluctant reluctance resist resists resistance backfire backfires boycott protest protests opposition disagree disagrees unhappy
        abandoned abandon shelved cancelled canceled shuttered mothballed deserted squeezed strained overburdened cope coping
        unused idle dispute disputes deadlock limbo nightmare headache headaches maze hassle quagmire unbearable unsustainable untenable unviable unprofitable
        pittance shoestring rickety creaking hostage lottery minefield millstone pinch crunch exodus bleed haemorrhage gut hollow strip eat gnaw fray scramble guesswork fog blur murk stranded strand marooned sideline shun clash bite sting hefty steep stiff harsh punitive draconian
        clumsy clunky fiddly laborious endless interminable shaky flimsy sparse meagre meager paltry tiny cramped oversubscribed overbooked queue queues queuing abrupt sudden leak sap drain dwarf swamp bog jeopardise jeopardize imperil endanger bankrupt cripple baffle bewilder puzzle mystify
        confound frustrate infuriate alienate exclude evict displace uproot starve smother suffocate stunt thwart foil derail scupper sabotage hobble saddle lumber clog snarl tangle tangled knot trap ensnare penalise penalize victimise stigmatise corrode rust rot crumble crack sag creak splinter
        skimp scrimp outpace outstrip exceed outgrow outbid undercut flood saturate stagnate languish flounder falter stumble wobble slump sour wither wilt shrivel evaporate halve deplete exhaust drought smog stench grime litter rat rats pest pests theft thefts thief smuggle smuggling scam scams
        ill-defined ill-equipped ill-prepared half-finished half-built out-of-date one-sided lopsided uneven erratic haphazard slapdash ad-hoc piecemeal hit-and-miss overpriced unaffordably unlit unpaved unsafe unfit unmanned unstaffed unmet unread unheeded unsaid unfunded unfinished untouched
        bumpy damp freezing scorching stale brittle barren
        """).Forms();

    public static readonly FrozenSet<string> Periods = Lexicon.Words("minutes hours days weeks months years year month week decade decades");

    public static readonly FrozenSet<string> Positive = Lexicon.Words("""
        welcome welcomed good great helpful helped helps useful pleased glad happy grateful thankful thanks thank success successful successfully improved improvement improves faster smoother better best
        excellent encouraging encouraged satisfied satisfactory praise praised appreciate appreciated appreciates proud delighted impressed valuable effective smooth smoothly easier benefit benefited benefits
        quicker swifter quick simplified shortened progress boosted boost positive promising works thrive thriving solved resolved
        """);

    /// <summary>Someone has to act.</summary>
    public static readonly FrozenSet<string> Obligation = Lexicon.Words("should must ought needs need needed necessary essential urgent crucial vital required imperative please");

    /// <summary>No statement by itself.</summary>
    public static readonly FrozenSet<string> Courtesy = Lexicon.Words("thank thanks thanked grateful honoured honored pleased glad delighted welcome congratulations congratulate apologise apologize apologised apologized sorry greetings privilege pleasure");

    /// <summary>Opinion by a state's speaker without a promise.</summary>
    public static readonly FrozenSet<string> Opinion = Lexicon.Words("""
        important importance key crucial vital essential should must need needs believe think priority national future opportunity critical competitiveness foundation heart backbone engine responsibility cornerstone
        proud turning
        """);
}
