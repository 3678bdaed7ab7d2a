namespace Networks.Web.Services.ListCatalogue;

/// <summary>The catalogue of the programme.</summary>
internal static class CatalogueLink
{
    public static string To() => "/services";
}
