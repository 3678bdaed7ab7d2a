using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>The cross-border programme of the demo: firms of crafts in Provence, Corsica and Tuscany, and two networks of both countries.</summary>
internal static class DemoCraft
{
    public const string Code = "ALE";

    public static IReadOnlyList<DemoFirm> Firms { get; } =
    [
        new(90, "paca", "Arredi Mirvelle SARL", LegalForm.Other, new("Marseille", "13001", "13", "04"), "Odile Varenquel", true, "fr") { Country = "FR" },
        new(91, "paca", "Tessitura Oustrane SARL", LegalForm.Other, new("Toulon", "83000", "83", "04"), "Lucien Brasquier", false, "fr") { Country = "FR" },
        new(92, "paca", "Arredi Calissane SARL", LegalForm.Other, new("Nice", "06000", "06", "04"), "Solange Fabriol", true, "fr") { Country = "FR" },
        new(93, "corse", "Arredi Nebbiala SARL", LegalForm.Other, new("Bastia", "20200", "2B", "04"), "Ange Castellu", false, "fr") { Country = "FR" },
        new(94, "lucca", "Tessitura Lunassa Srl", LegalForm.Srl, new("Lucca", "55100", "LU", "0583"), "Dina Pralunga", true),
        new(95, "lucca", "Arredi Garfolana Srl", LegalForm.Srl, new("Capannori", "55012", "LU", "0583"), "Nello Ortelvani", false),
        new(96, "lucca", "Tessitura Versilana Srl", LegalForm.Srl, new("Viareggio", "55049", "LU", "0584"), "Tea Quadrelvi", true),
    ];

    public static IReadOnlyList<DemoTale> TalesFor(DateOnly asOf) =>
    [
        new DemoTale("Réseau Cuir et Soie", "paca", asOf)
            .Opens(70, "Une collection commune de cuir et de soie entre la Provence et Lucques", NetworkKind.Contractual, SignatureForm.DigitalStandardModel, "Mirvelle", "Oustrane", "Lunassa")
            .Confirms(64, "Lunassa").CompletesIntake(50)
            .Notes(12, "Oustrane", "agrees", "D’accord sur la collection ; demande qui tient le stand commun.")
            .EndsIn(CaseStatus.Open, CasePhase.Drafting),
        new DemoTale("Rete Intrecci del Tirreno", "lucca", asOf)
            .Opens(9, "Vendere insieme intrecci e coltelli artigiani nelle località turistiche", null, null, "Garfolana", "Versilana", "Nebbiala")
            .EndsIn(CaseStatus.Open, CasePhase.Intake),
    ];
}
