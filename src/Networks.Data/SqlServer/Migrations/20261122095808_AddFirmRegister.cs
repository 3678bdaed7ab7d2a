using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddFirmRegister : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FirmImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AssociationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    File = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Columns = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    ConsentHow = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Rows = table.Column<int>(type: "int", nullable: true),
                    RowsDone = table.Column<int>(type: "int", nullable: false),
                    Created = table.Column<int>(type: "int", nullable: false),
                    Updated = table.Column<int>(type: "int", nullable: false),
                    Same = table.Column<int>(type: "int", nullable: false),
                    Faults = table.Column<int>(type: "int", nullable: false),
                    Kept = table.Column<int>(type: "int", nullable: false),
                    Failure = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Fence = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FirmImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FirmImports_Associations_AssociationId",
                        column: x => x.AssociationId,
                        principalTable: "Associations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FirmProfiles",
                columns: table => new
                {
                    FirmId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Offers = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Seeks = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Activity = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Nuts3 = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Siret = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    EuVat = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Size = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Reach = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Capabilities = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Certificates = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    AvailableUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    UpdatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FirmProfiles", x => x.FirmId);
                    table.ForeignKey(
                        name: "FK_FirmProfiles_Firms_FirmId",
                        column: x => x.FirmId,
                        principalTable: "Firms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FirmId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HeldBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Division = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true),
                    Own = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Shared = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    CardKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ShownUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    CardIsStale = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Number);
                    table.ForeignKey(
                        name: "FK_SearchEntries_Firms_FirmId",
                        column: x => x.FirmId,
                        principalTable: "Firms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportChanges",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FirmId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false),
                    After = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportChanges", x => new { x.ImportId, x.FirmId });
                    table.ForeignKey(
                        name: "FK_ImportChanges_FirmImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "FirmImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportFaults",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Row = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Values = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportFaults", x => new { x.ImportId, x.Row });
                    table.ForeignKey(
                        name: "FK_ImportFaults_FirmImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "FirmImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FirmImports_AssociationId",
                table: "FirmImports",
                column: "AssociationId");

            migrationBuilder.CreateIndex(
                name: "IX_FirmProfiles_ImportId",
                table: "FirmProfiles",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_CardKey",
                table: "SearchEntries",
                column: "CardKey");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_Division",
                table: "SearchEntries",
                column: "Division");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_FirmId",
                table: "SearchEntries",
                column: "FirmId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FirmProfiles");

            migrationBuilder.DropTable(
                name: "ImportChanges");

            migrationBuilder.DropTable(
                name: "ImportFaults");

            migrationBuilder.DropTable(
                name: "SearchEntries");

            migrationBuilder.DropTable(
                name: "FirmImports");
        }
    }
}
