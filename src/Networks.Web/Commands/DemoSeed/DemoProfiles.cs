using Networks.Data;
using Networks.Data.Firms;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>What the firms of the demo offer; most let themselves be shown without their name.</summary>
internal static class DemoProfiles
{
    private static readonly Dictionary<string, (string Division, string Offers, string[] Can)> _trades = new(StringComparer.Ordinal)
    {
        ["Stampi"] = ("28", "Stampi per plastica e gomma, progetto e costruzione", ["design", "moulding"]),
        ["Torneria"] = ("25", "Lavorazioni di precisione su acciaio e ottone", ["machining"]),
        ["Carpenterie"] = ("25", "Strutture in acciaio saldate e verniciate", ["sheet-metal", "welding"]),
        ["Tessitura"] = ("13", "Tessuti tecnici per abbigliamento e arredo", ["textile"]),
        ["Officine"] = ("25", "Lavorazioni di precisione su acciaio, piccole serie", ["machining", "assembly"]),
        ["Meccanica"] = ("28", "Macchine speciali e ricambi in acciaio", ["design", "assembly"]),
        ["Verniciatura"] = ("25", "Verniciatura industriale a polvere su acciaio", ["surface-treatment"]),
        ["Automazioni"] = ("28", "Macchine speciali e celle automatiche", ["automation", "software"]),
        ["Arredi"] = ("31", "Arredi su misura in legno per alberghi e negozi", ["woodwork", "design"]),
        ["Trafileria"] = ("25", "Trafilati di acciaio di precisione", ["machining"]),
    };

    /// <summary>NUTS 3 of the departments of the French firms; of Italian provinces the service knows it.</summary>
    private static readonly Dictionary<string, string> _departments = new(StringComparer.Ordinal) { ["06"] = "FRL03", ["13"] = "FRL04", ["83"] = "FRL05", ["2B"] = "FRM02" };

    public static FirmProfile Of(DemoFirm firm, FirmId id, DateOnly today)
    {
        var (division, offers, can) = _trades[firm.Name[..firm.Name.IndexOf(' ', StringComparison.Ordinal)]];
        return new FirmProfile(id)
        {
            Activity = $"{ActivityClassification.Ateco2025}:{division}",
            Offers = offers,
            Size = firm.Number % 3 == 0 ? SizeClass.Micro : SizeClass.Small,
            Reach = firm.Number % 2 == 0 ? Reach.Country : Reach.Europe,
            Capabilities = can,
            Nuts3 = firm.Country == "FR" ? _departments[firm.Town.Province] : null,
            Certificates = firm.Number % 4 == 0 ? [] : ["iso-9001"],
            UpdatedOn = today,
        };
    }

    /// <summary>One in eight says no.</summary>
    public static bool IsShown(DemoFirm firm) => firm.Number % 8 != 7;
}
