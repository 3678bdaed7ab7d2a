using Networks.Data.Associations;

namespace Networks.Web.Commands.DemoSeed;

/// <param name="Languages">Two letters each, the leading one first.</param>
/// <param name="Partners">The lead first.</param>
internal sealed record DemoProgramme(string Code, string Name, string Territory, string Languages, long? BudgetCents, IReadOnlyList<DemoPartner> Partners);

/// <param name="Town">Two letters or a word for mailboxes of the demo.</param>
/// <param name="Officers">People who work there; invented.</param>
internal sealed record DemoPartner(string Name, string DeskName, AssociationKind Kind, string Country, string Town, params IReadOnlyList<DemoOfficer> Officers);

/// <summary>The programmes of the demo. Associations are those of the real partnerships; every person is invented.</summary>
internal static class DemoProgrammes
{
    /// <summary>The programme in which the networks of the story are formed.</summary>
    public const string Core = "PAL";

    public static IReadOnlyList<DemoProgramme> All { get; } =
    [
        new(Core, "Punto Alleanze Lombardia", "Lombardia", "it", null,
        [
            Desk("Assolombarda", "Desk di Milano", "milano", new("Elena Marchesi"), new("Paolo Ferrante"), new("Giulia Sartori", Lead: true), new("Franco Bellini", Auditor: true), new("Sara Colnaghi", Administrator: true)),
            Desk("Confindustria Lecco", "Desk di Lecco", "lecco", new("Anna Riva"), new("Marco Valsecchi")),
            Desk("Confindustria Alto Milanese", "Desk dell'Alto Milanese", "legnano", new("Chiara Colombo"), new("Davide Landini")),
            Desk("Confindustria Como", "Desk di Como", "como", new("Bruno Testa"), new("Silvia Noseda")),
            Desk("Confindustria Monza e Brianza", "Desk di Monza", "monza", new("Carla Brambilla"), new("Luca Pozzi")),
            Desk("Confindustria Pavia", "Desk di Pavia", "pavia", new("Irene Cattaneo"), new("Stefano Rovati")),
            Provider("Politecnico di Milano, TTO", "Technology Transfer Office", "IT", "tto", new DemoOfficer("Marta Galli")),
            Provider("ACF SpA", "Servizi alle aggregazioni", "IT", "acf", new DemoOfficer("Andrea Fumagalli")),
        ]),
        new("ALE", "Art Lab Net Evolution", "Toscana, Liguria, Sardegna, Corsica, Provenza-Alpi-Costa Azzurra", "fr,it", null,
        [
            Centre("CMAR Provence-Alpes-Côte d'Azur", "Centre de ressources PACA", "FR", "paca", new DemoOfficer("Mireille Santucci", Language: "fr"), new DemoOfficer("Claire Aubertin", Lead: true, Language: "fr")),
            Centre("LUCENSE", "Centro risorse di Lucca", "IT", "lucca", new DemoOfficer("Nora Lunardi")),
            Centre("CMAR Corse", "Centre de ressources de Corse", "FR", "corse", new DemoOfficer("Dominique Leccianu", Language: "fr")),
            Provider("Università di Genova, DAD", "Dipartimento Architettura e Design", "IT", "genova"),
            Provider("Accademia Sironi", "Accademia di belle arti", "IT", "sassari"),
            Provider("IRU", "Imprese e ricerca", "IT", "iru"),
            Provider("Team", "Sviluppo e innovazione", "FR", "team"),
        ]),
        new("2InS", "2InS Clusters MED", "Mediterraneo: Italia, Francia, Grecia, Spagna, Malta", "en,fr,it", null,
        [
            Centre("Marseille Innovation", "Desk di Marsiglia", "FR", "marseille", new DemoOfficer("Luc Daumier", Lead: true, Language: "fr")),
            Centre("Sviluppo Basilicata", "Desk di Potenza", "IT", "potenza", new DemoOfficer("Rocco Lavieri")),
            Centre("Partner greco", "Desk Grecia", "GR", "grecia"),
            Centre("Partner spagnolo", "Desk Spagna", "ES", "spagna"),
            Centre("Partner maltese", "Desk Malta", "MT", "malta"),
        ]),
        new("ClustArs", "ClustArs, Towards World-Class Clusters", "Molise, Isole Canarie, Marmara orientale, Romania nord-occidentale", "en,it", null,
        [
            Centre("Ente capofila dei cluster", "Desk capofila", "ES", "canarie", new DemoOfficer("Ines Robledo", Lead: true, Language: "en")),
            Centre("Regione Molise", "Desk di Campobasso", "IT", "campobasso", new DemoOfficer("Luisa Petrella")),
            Centre("Partner turco", "Desk Marmara", "TR", "marmara"),
            Centre("Partner rumeno", "Desk nord-ovest", "RO", "romania"),
        ]),
        new("EU-ALLIANCE", "EU-ALLIANCE, tessili e materiali avanzati", "Unione europea; missioni in USA, Canada, Indonesia, Giappone", "en,fr,it", 500_000_00,
        [
            Centre("TECHTERA", "Desk di Lione", "FR", "lyon", new DemoOfficer("Anaïs Perrault", Lead: true, Language: "fr")),
            Centre("NTT", "Desk di Prato", "IT", "prato", new DemoOfficer("Dario Biagiotti")),
            Centre("POINTEX", "Desk di Biella", "IT", "biella"),
            Centre("NIDV", "Desk dell'Aia", "NL", "denhaag"),
            Centre("SIIT", "Desk di Genova", "IT", "siit"),
            Centre("SYSTEMATIC", "Desk di Parigi", "FR", "paris"),
        ]),
    ];

    private static DemoPartner Desk(string name, string desk, string town, params IReadOnlyList<DemoOfficer> officers) =>
        new(name, desk, AssociationKind.Desk, "IT", town, officers);

    private static DemoPartner Centre(string name, string desk, string country, string town, params IReadOnlyList<DemoOfficer> officers) =>
        new(name, desk, AssociationKind.Desk, country, town, officers);

    private static DemoPartner Provider(string name, string desk, string country, string town, params IReadOnlyList<DemoOfficer> officers) =>
        new(name, desk, AssociationKind.Provider, country, town, officers);
}

/// <summary>A person of the demo; without a mark, an officer of the desk or an expert of the provider.</summary>
internal sealed record DemoOfficer(string Name, bool Lead = false, bool Auditor = false, bool Administrator = false, string Language = "it");
