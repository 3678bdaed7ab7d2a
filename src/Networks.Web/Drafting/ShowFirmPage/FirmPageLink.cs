namespace Networks.Web.Drafting.ShowFirmPage;

/// <summary>The addresses that a firm's mailed link opens. The token is the only secret in them.</summary>
internal static class FirmPageLink
{
    public static string To(string token) => $"/f/{token}";

    public static string ToPdf(string token) => $"/f/{token}/text.pdf";

    public static string ToWord(string token) => $"/f/{token}/text.docx";
}
