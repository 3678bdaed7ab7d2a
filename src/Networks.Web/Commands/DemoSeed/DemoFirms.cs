using Networks.Data.Firms;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>An invented firm of the demo.</summary>
/// <param name="Number">Makes its identifiers; unique.</param>
/// <param name="Desk">Word of the desk that follows it.</param>
/// <param name="Representative">First and last name, the last word being the last name.</param>
internal sealed record DemoFirm(int Number, string Desk, string Name, LegalForm Form, DemoTown Town, string Representative, bool Woman, string Language = "it")
{
    /// <summary>Born on a day that the number makes, so that the code is the same in every run.</summary>
    public string RepresentativeTaxCode => InventedIdentifiers.Person(FirstName, LastName, new DateOnly(1955 + (Number * 7 % 40), 1 + (Number * 5 % 12), 1 + (Number * 11 % 28)), Woman);

    /// <summary>Two letters.</summary>
    public string Country { get; init; } = "IT";

    /// <summary>Italian, or the French one that is made of the SIREN.</summary>
    public string VatNumber => Country == "FR" ? InventedIdentifiers.FrenchVat(Number) : InventedIdentifiers.Vat(Number);

    /// <summary>The owner's own code for a sole proprietor, else the VAT number.</summary>
    public string TaxCode => Form == LegalForm.SoleProprietor ? RepresentativeTaxCode : VatNumber;

    public string Slug => new([.. Name.ToLowerInvariant().Replace(' ', '-').Where(c => char.IsAsciiLetter(c) || c == '-')]);

    private string FirstName => Representative[..Representative.IndexOf(' ', StringComparison.Ordinal)];

    private string LastName => Representative[(Representative.LastIndexOf(' ') + 1)..];
}

internal sealed record DemoTown(string Name, string PostalCode, string Province, string Prefix);

/// <summary>Sixty firms over six desks. Each name ends in a word that is nobody's.</summary>
internal static class DemoFirms
{
    private static readonly string[] _activities =
        ["Stampi", "Torneria", "Carpenterie", "Tessitura", "Officine", "Meccanica", "Verniciatura", "Automazioni", "Arredi", "Trafileria"];

    private static readonly (string Desk, DemoTown[] Towns, string Words)[] _desks =
    [
        ("lecco", [new("Lecco", "23900", "LC", "0341"), new("Valmadrera", "23868", "LC", "0341"), new("Calolziocorte", "23801", "LC", "0341"), new("Merate", "23807", "LC", "039")],
            "Zarvono Quelmira Trebolda Ombrelio Fuscarda Plinovra Drastova Melquorro Sbrinela Corvulta"),
        ("monza", [new("Monza", "20900", "MB", "039"), new("Desio", "20832", "MB", "0362"), new("Lissone", "20851", "MB", "039"), new("Vimercate", "20871", "MB", "039")],
            "Belquadra Trelumi Orsimbra Vantolio Grimaspa Luceforta Nebuldra Pastrova Quintembra Roscavilla"),
        ("como", [new("Como", "22100", "CO", "031"), new("Cantù", "22063", "CO", "031"), new("Erba", "22036", "CO", "031")],
            "Filomora Setalunga Aquisella Brumello Cedrarda Dovrelia Esterumo Frisalba Gelsoria Lariombra"),
        ("milano", [new("Milano", "20121", "MI", "02"), new("Sesto San Giovanni", "20099", "MI", "02")],
            "Mirafulda Navigora Ottombra Primasvelta Quartumbra Rivolanda Scaligna Torremuta Urbifera Vialuna"),
        ("legnano", [new("Legnano", "20025", "MI", "0331"), new("Parabiago", "20015", "MI", "0331"), new("Magenta", "20013", "MI", "02")],
            "Altofuso Bustarella Canapuria Dorsaviva Elmarosa Ferrupinta Gavirola Hortesina Ilvarda Lunaperta"),
        ("pavia", [new("Pavia", "27100", "PV", "0382"), new("Vigevano", "27029", "PV", "0381"), new("Voghera", "27058", "PV", "0383")],
            "Ticinaria Risombra Calzovina Lomellora Oltrevigna Perliscia Querciarda Sabbionda Trigumena Vernavolta"),
    ];

    private static readonly string[] _women = ["Ada", "Bice", "Dina", "Elsa", "Irma", "Lea", "Nives", "Olga", "Rina", "Tea"];
    private static readonly string[] _men = ["Aldo", "Berto", "Ciro", "Dino", "Egidio", "Fausto", "Gino", "Ivo", "Lino", "Nello"];
    private static readonly string[] _families =
        ["Trisolmi", "Barlunghi", "Cortevani", "Dalmezzo", "Ferlunga", "Gandolvi", "Lambrusi", "Montelvi", "Novasconi", "Ortelvani", "Pralunga", "Quadrelvi"];

    private static readonly LegalForm[] _forms =
        [LegalForm.Srl, LegalForm.Srl, LegalForm.Spa, LegalForm.Srl, LegalForm.Snc, LegalForm.Srl, LegalForm.Sas, LegalForm.Srl, LegalForm.SoleProprietor, LegalForm.Srl];

    public static IReadOnlyList<DemoFirm> All { get; } = [.. _desks.SelectMany((desk, at) => OfDesk(at, desk.Desk, desk.Towns, desk.Words.Split(' ')))];

    /// <param name="word">The invented word of its name.</param>
    /// <exception cref="InvalidOperationException">There is no such firm: the story has a slip.</exception>
    public static DemoFirm Called(string word) => All.Concat(DemoCraft.Firms).Single(f => f.Name.Contains(word, StringComparison.Ordinal));

    private static IEnumerable<DemoFirm> OfDesk(int desk, string word, DemoTown[] towns, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var number = (desk * 10) + i;
            var woman = number % 3 == 0;
            var person = $"{(woman ? _women : _men)[(number * 3) % 10]} {_families[(number * 5) % _families.Length]}";
            yield return new DemoFirm(number, word, $"{_activities[(i + desk) % 10]} {words[i]}{Ending(_forms[i], person)}", _forms[i], towns[i % towns.Length], person, woman);
        }
    }

    private static string Ending(LegalForm form, string person) => form switch
    {
        LegalForm.SoleProprietor => $" di {person}",
        LegalForm.Snc => " Snc",
        LegalForm.Sas => " Sas",
        LegalForm.Spa => " SpA",
        _ => " Srl",
    };
}
