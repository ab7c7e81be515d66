using System.Collections.Frozen;

namespace PolicyBot.Concerns.English;

/// <summary>What shows that two capitals are a person and not a firm.</summary>
internal static class GivenNames
{
    private static readonly FrozenSet<string> Given = Lexicon.Words("""
        aaron abby abigail ada adam adrian agatha agnes ahmed aidan alan albert alex alexander alexandra alexis alfred ali alice alicia alison allison amanda amelia amir amos amy ana andrea andrew andy angela anita ann anna anne annette annie anthony
        antonio arjun arthur asha ashley atticus audrey barbara barnaby barry bart beatrice becky ben benedict benjamin bernard bert bertha beth betsy betty bill billy bob bonnie boris brad brandon brenda brian bridget bruce bryan caleb calvin cameron
        carl carla carlos carmen carol caroline carolyn carrie catherine cathy cecilia charles charlie charlotte chen cheryl chloe chris christian christina christine christopher cindy claire clara clarissa claude clive colin connie connor craig cynthia
        daisy dan daniel daphne dave david dawn deborah debra denise dennis derek diana diane dinah dmitri dolores dominic don donald donna dora doris dorothea dorothy douglas duncan dylan ebenezer edgar edith edmund eduardo edward edwin eileen elaine
        eleanor elena eli elias elijah elinor elisabeth eliza elizabeth ella ellen elsie emily emma enid eric erica erik erin ernest esther ethan eugene eva evan eve evelyn ezra fanny farah fatima felicity felix fergus fernando finn fiona flora florence
        frances francesca francis frank franklin fred frederick gabriel gail gareth gary gavin gemma geoff geoffrey george georgia gerald geraldine gerard gilbert gill gina giovanni glen glenn gloria gordon grace graham grant greg gregory greta guy gwen
        hana hannah hans harold harriet harry hassan hazel heather heidi helen helena henrietta henry herbert hester hiroshi holly horace howard hubert huck hugh hugo hussein ian ibrahim ida igor imogen ingrid ira irene iris isaac isabel isabella isla ivan ivy
        jack jackie jacob jacqueline jake james jamie jan jane janet janice jasmine jason jasper javier jean jeff jeffrey jemima jennifer jenny jeremy jerome jerry jess jesse jessica jill jim jimmy jo joan joanna joanne joe joel john johnny jon jonas
        jonathan jordan jorge jose joseph josephine joshua joy joyce juan judith judy julia julian julie juliet julius june karen karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kenji kevin khalid kim kirsten kirsty klaus kristin
        kurt kyle lara larry laura lauren laurence lawrence leah lee lena leo leon leonard leopold leslie lewis liam lila lily linda lisa liu lloyd lois lola lorna lorraine louis louisa louise lucas lucia lucy luis luke lydia lynn mabel maeve maggie
        malcolm manuel marcel marcia marco marcus margaret maria marian marianne marie marilyn mario marion mark marlene marta martha martin mary mateo mathilda matilda matt matthew maud maureen maurice max maya megan mei melanie melissa mia michael
        michelle miguel mike mildred miles millie milo minna mira miranda miriam mitchell mohamed mohammed moira molly mona monica morgan moses muhammad muriel myra nadia nancy naomi natalie natasha nathan nathaniel neil nell nellie nicholas nick nicola
        nicole nigel nikolai nina noah noel nora norma norman olga oliver olivia omar oscar oswald otto owen pablo pam pamela pat patricia patrick paul paula pauline pedro peggy penelope penny percy peter petra phil philip philippa phillip phoebe phyllis
        pierre pip polly prudence priya quentin rachel ralph ramon raquel raphael rashid ravi ray raymond rebecca regina reginald rhoda ricardo richard rick rita rob robert roberta roberto robin rod roderick rodney roger roland ron ronald rosa rosalind rose
        rosemary ross rowena roy ruby rudolf rupert russell ruth ryan sabrina sally sam samantha samir samuel sandra sanjay sara sarah saul scott sean sebastian selma serena sergei seth shane shannon sharon shaun sheila sherlock shirley sidney silas simon
        sofia solomon sonia sophia sophie stacy stan stanley stefan stella stephanie stephen steve steven stuart sue susan susanna suzanne sven sybil sylvia tamara tania tara ted terence teresa terry tess thelma theo theodore theresa thomas tia tiffany
        tilda tim timothy tina toby todd tom tomas tony tracy trevor tristan ulrich una ursula uma valerie vanessa vera veronica vic victor victoria vijay vincent viola violet virginia vivian vladimir wallace walter wanda warren wei wendy wilfred wilhelm
        will willa william winifred winston xavier yasmin yuki yusuf yvonne zachary zara zoe tertius celia rosamond nicodemus gwendolen hetty bathsheba jude arabella angel barkis clement cornelius cyrus dorian edna elmer emmeline ernestine estelle ethel eustace evangeline ferdinand gladys gretchen gus hank hugo humphrey ichabod ignatius irma jarvis jethro josiah lavinia leopoldo lucius luther mariana marigold mavis maxine minnie mortimer nathalie ned nikita obadiah octavia odette olive ophelia oriana orlando patience pearl perceval philomena quincy ramona rufus rupert sadie seymour sigrid sylvester sora mina hana yuna jiwoo minji soyeon seoyeon jisoo ida gil ines dana tessa noor leila layla yara amina aisha zainab samira kofi kwame abena chidi ngozi emeka amara thabo lerato naledi tendai wanjiru njeri ananya aarav rohan neha pooja deepa lakshmi vikram suresh ramesh anil sunil meera kavya nikhil rahul kiran ling xiao jing haruto aiko emiko naoko tomoko akira takeshi
        satoshi minh linh thuy anh lan phuong dewi budi siti agus diego pilar rocio paloma camila valentina martina alvaro andres felipe joaquin rodrigo thiago rafael beatriz joao tiago luca giulia chiara matteo lorenzo paolo stefano lars nils bjorn astrid freya linnea elsa mikkel jens soren anders magnus oskar matti aino eero jukka pekka katja anja
        heike jurgen dieter wolfgang uwe horst marek pavel zuzana katarina agnieszka magda piotr tomasz ewa zofia milos dragan jelena ivana bojan radu ioana andrei bogdan mihai nikos yannis dimitris eleni katerina ayse mehmet emre elif deniz zeynep levent noa yael rivka tamar eitan tunde folake marta marina galina svetlana oksana taras yuri iryna tabitha thaddeus theodora tobias tom ulysses ursula vernon virgil wilhelmina wilma winnie zeke zelda becky estella havisham huckleberry uriah wilkins fitzwilliam
        """);

    private static readonly FrozenSet<string> KoreanSurnames = Lexicon.Words("""
        kim lee yi rhee park pak choi choe jung jeong chung kang cho jo yoon yun jang chang lim im han oh seo suh shin sin kwon hwang ahn an song ryu yoo yu hong jeon jun ko go moon mun son sohn yang bae baek paik heo huh nam shim sim noh roh ha kwak
        sung seong cha joo ju woo gu koo min jin ji na ra um eom chae won cheon bang byun byeon hyun ham do gil pyo myung ma
        """);

    /// <summary>Before or behind a name: work that only a person does.</summary>
    public static readonly FrozenSet<string> Callings = Lexicon.Words("""
        head chief director president chairman chairwoman chairperson chair ceo cto cfo founder co-founder professor researcher engineer lawyer secretary-general secretary manager owner spokesperson spokesman spokeswoman economist teacher doctor nurse
        farmer executive officer representative scientist attorney physician entrepreneur student resident adviser advisor lecturer dean delegate mayor governor commissioner minister senator councillor shopkeeper baker fisherman driver
        """);

    /// <summary>Bare words made of these are firms: Northwind, Seatech.</summary>
    private static readonly string[] BrandEndings = ["wind", "tech", "soft", "ware", "net", "labs", "works", "bio", "chem", "tel", "link", "pay", "bank", "cloud", "tron", "logic", "corp", "gate", "stream", "base", "grid", "media", "pharma", "motors", "mart", "trans", "lines", "foods", "ai"];

    public static bool IsBrand(string word) => Array.Exists(BrandEndings, e => word.Length > e.Length + 2 && word.EndsWith(e, StringComparison.Ordinal));

    public static bool IsGiven(string word) => Given.Contains(word);

    public static bool IsKoreanSurname(string word) => KoreanSurnames.Contains(word);
}
