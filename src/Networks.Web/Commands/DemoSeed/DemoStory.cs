using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>The networks of the demo and what happened to each, in days before the demo's day.</summary>
internal static class DemoStory
{
    private const NetworkKind _contract = NetworkKind.Contractual;
    private const SignatureForm _digital = SignatureForm.DigitalStandardModel;

    public static IReadOnlyList<DemoTale> TalesFor(DateOnly asOf) =>
    [
        InEffectForLong(asOf), ClosedWithoutOutcome(asOf), InEffectLately(asOf), WaitsForLastChamber(asOf), LegalEntityWithNotary(asOf), WithSuspendedFiling(asOf),
        InSigning(asOf), InFinalRound(asOf), Overdue(asOf), WithObjection(asOf), InPreparation(asOf), WaitsForOtherDesk(asOf), JustOpened(asOf), .. DemoElders.TalesFor(asOf), .. DemoCraft.TalesFor(asOf),
    ];

    /// <summary>Every act of every network in the order of its day.</summary>
    public static IReadOnlyList<DemoAct> ActsUntil(DateOnly asOf) =>
        [.. TalesFor(asOf).SelectMany(tale => tale.Acts).OrderBy(act => act.Day).ThenBy(act => act.Order).ThenBy(act => act.What, StringComparer.Ordinal)];

    private static DemoTale InEffectForLong(DateOnly asOf) => new DemoTale("Rete Acque Chiare", "como", asOf)
        .Opens(720, "Depurare insieme le acque di tintoria", _contract, _digital, "Filomora", "Setalunga", "Aquisella")
        .Notes(715, "Setalunga", "agrees", "D'accordo sull'impianto comune, chiede chi paga il collaudo.")
        .CompletesIntake(704)
        .Writes(690, new DemoTerms("Costruire e gestire un impianto comune di depurazione per le tintorie.") { Fund = true })
        .OpensRound(683, 669, "Prima lettura: guardate soprattutto il fondo.").Approves(680, "Filomora").Approves(676, "Setalunga", "Aquisella")
        .OpensFinalRound(665, 651).Approves(662, "Filomora", "Setalunga").Approves(658, "Aquisella")
        .Signs(650, "Filomora", "Setalunga").Signs(645, "Aquisella")
        .Files(641, "Filomora", "Setalunga", "Aquisella").Enters(632, "Filomora", "Setalunga").Enters(629, "Aquisella")
        .ConfirmsEffect(626)
        .FulfilsNextDuty(622, "Registrato dal notaio di fiducia, ricevuta agli atti.")
        .Pays(600, "Filomora", "bonifico").Pays(596, "Setalunga", "bonifico").Pays(584, "Aquisella", "bonifico, dopo un sollecito")
        .FulfilsNextDuty(580, "Versamenti ricevuti da tutte e tre le imprese.")
        .PlansMilestone(575, 300, "Collaudo della prima vasca")
        .Asks(530).Asks(430)
        .FulfilsNextDuty(450, "Riunione fatta, verbale agli atti.")
        .Asks(325).ReachesMilestone(312, "Collaudata senza riserve")
        .FulfilsNextDuty(268, "Riunione fatta: si compra la seconda vasca.")
        .AsksService(400, "Prova di fattibilità tecnica", "Provare il lavaggio a freddo su tre tessuti.").AcceptsService(396).GetsService(330, 64, 7_500_00, "Il lavaggio a freddo regge: si può risparmiare un quarto dell’acqua.")
        .PlansMilestone(262, -60, "Seconda vasca in funzione")
        .Asks(215)
        .SendsPulse(97).AnswersPulse(94, "Filomora").AnswersPulse(93, "Setalunga", "Il collaudo è costato più del previsto.", "money")
        .SeesToFirm(90, "Setalunga", "Spiegato il conto del collaudo: la quota non cambia.").AnswersPulse(89, "Aquisella")
        .FulfilsNextDuty(88, "Riunione fatta, conti approvati.")
        .WantsToEnd(5, "Il consorzio della valle prende l'impianto: lo scopo della rete è raggiunto.", "Filomora")
        .EndsIn(CaseStatus.InEffect, CasePhase.FollowUp);

    private static DemoTale InEffectLately(DateOnly asOf) => new DemoTale("Rete Meccanica Brianza", "monza", asOf)
        .Opens(330, "Un ufficio vendite comune per la meccanica di precisione", _contract, _digital, "Orsimbra", "Vantolio", "Melquorro")
        .Confirms(327, "Melquorro").CompletesIntake(318)
        .Writes(300, new DemoTerms("Vendere insieme lavorazioni meccaniche di precisione all'estero."))
        .OpensRound(294, 280).Approves(290, "Orsimbra", "Vantolio").Approves(286, "Melquorro")
        .OpensFinalRound(275, 261).Approves(270, "Orsimbra", "Vantolio", "Melquorro")
        .Signs(260, "Orsimbra", "Vantolio", "Melquorro")
        .Files(255, "Orsimbra", "Vantolio", "Melquorro").Enters(246, "Orsimbra", "Vantolio").Enters(239, "Melquorro")
        .ConfirmsEffect(237)
        .FulfilsNextDuty(233, "Registrato, ricevuta agli atti.")
        .PlansMilestone(200, 20, "Catalogo comune in tedesco").PlansMilestone(60, -90, "Stand comune alla fiera di primavera")
        .Asks(140)
        .AsksService(120, "Accordo fra le imprese sulla proprietà dei risultati", "Chi può usare i disegni del catalogo comune?").AcceptsService(117).GetsService(90, 18, 2_100_00, "Accordo firmato dalle tre imprese.")
        .AsksService(15, "Accompagnamento in banca", "Serve un credito per lo stand comune.")
        .FulfilsNextDuty(61, "Prima riunione: scelto il rivenditore per la Germania.")
        .SendsPulse(9).AnswersPulse(6, "Orsimbra").AnswersPulse(3, "Vantolio", "Finora nessun ordine dall'estero.", "results")
        .Accedes(2, "Nebuldra")
        .EndsIn(CaseStatus.InEffect, CasePhase.FollowUp);

    private static DemoTale ClosedWithoutOutcome(DateOnly asOf) => new DemoTale("Rete Tessuti Alto Milanese", "legnano", asOf)
        .Opens(430, "Un campionario comune di tessuti tecnici", _contract, _digital, "Bustarella", "Canapuria")
        .CompletesIntake(418)
        .Writes(400, new DemoTerms("Presentare insieme un campionario di tessuti tecnici."))
        .OpensRound(392, 378).Objects(388, "Canapuria", "7", "Non possiamo impegnarci per cinque anni.")
        .AnswersObjection(385, "Canapuria", "Il recesso è libero con sei mesi di preavviso: cinque anni è il termine massimo.")
        .Approves(383, "Bustarella").Objects(381, "Canapuria", "7", "Preferiamo restare fuori.")
        .Closes(370, "firms-withdrew", "Canapuria preferisce una collaborazione senza contratto; resta una sola impresa.")
        .EndsIn(CaseStatus.ClosedWithoutOutcome, CasePhase.Drafting);

    private static DemoTale WaitsForLastChamber(DateOnly asOf) => new DemoTale("Rete Stampi Lecco-Monza", "lecco", asOf)
        .Opens(160, "Stampi per plastica biodegradabile, progettati e venduti insieme", _contract, _digital, "Zarvono", "Quelmira", "Belquadra", "Trelumi")
        .Notes(158, "Zarvono", "agrees", "Porta anche il progetto dello stampo a canale caldo.")
        .Confirms(154, "Belquadra", "Trelumi").CompletesIntake(148)
        .Writes(130, new DemoTerms("Progettare, costruire e vendere in comune stampi per plastica biodegradabile.") { Fund = true, NoticeMonths = 3 })
        .OpensRound(124, 110).Approves(121, "Zarvono", "Belquadra").Objects(118, "Trelumi", "11", "Tre mesi di preavviso sono pochi, ne chiediamo sei.")
        .Revises(115, "Il preavviso per il recesso passa a sei mesi, come chiesto da una delle imprese.")
        .Writes(108, new DemoTerms("Progettare, costruire e vendere in comune stampi per plastica biodegradabile.") { Fund = true })
        .OpensRound(105, 91, "Cambia solo il preavviso per il recesso.").Approves(102, "Zarvono", "Belquadra", "Trelumi").Approves(98, "Quelmira")
        .OpensFinalRound(88, 74).Approves(84, "Zarvono", "Trelumi").Approves(81, "Quelmira", "Belquadra")
        .Signs(70, "Zarvono", "Quelmira").Signs(66, "Belquadra").Signs(62, "Trelumi")
        .Files(56, "Zarvono", "Quelmira").Files(52, "Belquadra", "Trelumi")
        .Enters(44, "Zarvono", "Quelmira").Enters(31, "Belquadra")
        .EndsIn(CaseStatus.Open, CasePhase.Registration);

    private static DemoTale LegalEntityWithNotary(DateOnly asOf) => new DemoTale("Rete Energia Pavese", "pavia", asOf)
        .Opens(140, "Comprare e produrre energia con un soggetto unico", NetworkKind.LegalEntity, SignatureForm.NotarialDeed, "Ticinaria", "Risombra", "Calzovina")
        .CompletesIntake(128)
        .Writes(112, new DemoTerms("Acquistare e produrre energia per gli stabilimenti dei partecipanti.") { Fund = true, Seat = new DemoTown("Pavia", "27100", "PV", "0382") })
        .OpensRound(106, 92).Approves(101, "Ticinaria", "Risombra", "Calzovina")
        .OpensFinalRound(80, 66).Approves(74, "Ticinaria", "Risombra", "Calzovina")
        .RecordsDeed(24, "Livia Ombrenti", "12345")
        .Files(10)
        .EndsIn(CaseStatus.Open, CasePhase.Registration);

    private static DemoTale WithSuspendedFiling(DateOnly asOf) => new DemoTale("Rete Design Lissone", "monza", asOf)
        .Opens(120, "Arredi su misura per alberghi, dal disegno al montaggio", _contract, _digital, "Nebuldra", "Pastrova", "Quintembra")
        .CompletesIntake(110)
        .Writes(95, new DemoTerms("Progettare, produrre e montare insieme arredi per alberghi."))
        .OpensRound(90, 76).Approves(86, "Nebuldra", "Pastrova", "Quintembra")
        .OpensFinalRound(70, 56).Approves(65, "Nebuldra", "Pastrova", "Quintembra")
        .Signs(52, "Nebuldra", "Pastrova", "Quintembra")
        .Files(45, "Nebuldra", "Pastrova", "Quintembra").Enters(36, "Nebuldra")
        .Suspends(6, "Pastrova", "missing-attachment", "Manca la procura dell'intermediario.")
        .EndsIn(CaseStatus.Open, CasePhase.Registration);

    private static DemoTale InSigning(DateOnly asOf) => new DemoTale("Rete Torni Vigevano", "pavia", asOf)
        .Opens(100, "Un magazzino utensili comune", _contract, _digital, "Lomellora", "Oltrevigna", "Perliscia")
        .CompletesIntake(92)
        .Writes(78, new DemoTerms("Tenere un magazzino comune di utensili e scambiarsi le ore macchina."))
        .OpensRound(72, 58).Approves(66, "Lomellora", "Oltrevigna", "Perliscia")
        .OpensFinalRound(30, 16).Approves(25, "Lomellora", "Oltrevigna").Approves(20, "Perliscia")
        .Signs(9, "Lomellora")
        .EndsIn(CaseStatus.Open, CasePhase.Signing);

    private static DemoTale InFinalRound(DateOnly asOf) => new DemoTale("Rete Vernici Lecco", "lecco", asOf)
        .Opens(90, "Una linea di verniciatura a polvere per tre imprese", _contract, _digital, "Trebolda", "Ombrelio", "Fuscarda")
        .CompletesIntake(80)
        .Writes(60, new DemoTerms("Costruire e usare in comune una linea di verniciatura a polvere.") { Fund = true })
        .OpensRound(55, 41).Approves(50, "Trebolda", "Ombrelio", "Fuscarda")
        .OpensFinalRound(8, -6).Approves(6, "Trebolda").Approves(3, "Ombrelio")
        .EndsIn(CaseStatus.Open, CasePhase.Drafting);

    private static DemoTale Overdue(DateOnly asOf) => new DemoTale("Rete Automazione Lombarda", "milano", asOf)
        .Opens(85, "Celle robotizzate chiavi in mano, un preventivo solo", _contract, _digital, "Mirafulda", "Navigora", "Ottombra", "Altofuso")
        .Confirms(80, "Altofuso").CompletesIntake(74)
        .Writes(50, new DemoTerms("Offrire insieme celle robotizzate chiavi in mano."))
        .OpensRound(26, 9).Approves(22, "Mirafulda").Approves(20, "Navigora", "Altofuso")
        .EndsIn(CaseStatus.Open, CasePhase.Drafting);

    private static DemoTale WithObjection(DateOnly asOf) => new DemoTale("Rete Legno Cantù", "como", asOf)
        .Opens(60, "Vendere insieme arredi in legno certificato", _contract, _digital, "Brumello", "Cedrarda", "Dovrelia")
        .CompletesIntake(52)
        .Writes(30, new DemoTerms("Vendere insieme arredi in legno certificato con un marchio comune."))
        .OpensRound(10, -5).Approves(8, "Brumello").Objects(2, "Cedrarda", "9", "Il marchio comune non deve togliere spazio al nostro.")
        .AsksPartner(4, "25", "LC", "Cerchiamo chi faccia viterie speciali per i nostri arredi: vorremmo conoscere questa impresa.")
        .EndsIn(CaseStatus.Open, CasePhase.Drafting);

    private static DemoTale InPreparation(DateOnly asOf) => new DemoTale("Rete Export Milano", "milano", asOf)
        .Opens(45, "Un export manager in comune per tre imprese", _contract, _digital, "Primasvelta", "Quartumbra", "Frisalba")
        .Confirms(41, "Frisalba").CompletesIntake(35)
        .Notes(12, null, "call-back", "Aspettano il preventivo del consulente prima di scrivere il programma.")
        .EndsIn(CaseStatus.Open, CasePhase.Drafting);

    private static DemoTale WaitsForOtherDesk(DateOnly asOf) => new DemoTale("Rete Logistica Nord", "monza", asOf)
        .Opens(6, "Un solo giro di consegne per tre imprese vicine", null, null, "Grimaspa", "Luceforta", "Plinovra")
        .EndsIn(CaseStatus.Open, CasePhase.Intake);

    private static DemoTale JustOpened(DateOnly asOf) => new DemoTale("Rete Robot Lecco", "lecco", asOf)
        .Opens(8, "Cerca partner per un banco di prova di robot", null, null, "Drastova")
        .Notes(7, "Drastova", "sends-documents", "Manda la descrizione del banco di prova.")
        .AsksPartner(7, "28", "MB", "Ci serve un banco per prove di carico: vorremmo conoscere questa impresa.").IsIntroduced(6, "monza").Meets(5, "monza", 6, "Monza, sede dell'associazione")
        .AsksDesks(2, "Serve chi costruisca celle automatiche per prove di carico, con un proprio reparto di collaudo.")
        .DeskNames(1, "como", "macchine speciali, lavorazioni di precisione").DeskHasNobody(1, "monza", "Altre nostre imprese che facciano prove di carico non ce ne sono.")
        .EndsIn(CaseStatus.Open, CasePhase.Intake);
}
