using Networks.Data.Firms;
using Networks.Workflows.Discovery.Register;

namespace Networks.Web.Discovery.SaveFirmRecord;

/// <summary>The posted fields of a firm as the register takes them.</summary>
internal static class FirmRecordForm
{
    public static readonly IReadOnlyList<(string Field, ConsentPurpose Purpose)> Consents =
    [
        ("allows-contact", ConsentPurpose.Contact),
        ("allows-anonymous", ConsentPurpose.ShowAnonymously),
        ("allows-name", ConsentPurpose.NameAfterConsent),
    ];

    /// <summary>Several ticks under one name.</summary>
    private static readonly string[] _lists = ["capabilities", "certificates"];

    public static Dictionary<string, string> Read(IFormCollection form)
    {
        // An unticked box is not sent: a form with the name of the firm in it is the whole form.
        var whole = form.ContainsKey("name");
        var values = RegisterFields.Names.Where(n => form.ContainsKey(n) || (whole && _lists.Contains(n)))
            .ToDictionary(n => n, n => _lists.Contains(n) ? string.Join(';', form[n].OfType<string>()) : form[n].ToString());
        foreach (var (field, _) in whole ? Consents : [])
        {
            var ticked = form[field].Contains("yes");
            values[field] = !ticked ? "" : form[$"{field}-until"].ToString().Trim() is { Length: > 0 } until ? until : "yes";
        }

        return values;
    }
}
